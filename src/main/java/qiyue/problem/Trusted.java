package qiyue.problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.HashSet;
import java.util.Set;

/** Which files the program may take for its own: what it keeps between runs is read only from these. */
public final class Trusted {
    private Trusted() {}

    /** Whether nobody but this user and the owner of the program can have written what lies there; links are not followed. */
    public static boolean is(Path place) {
        try {
            if (!Files.getFileStore(place).supportsFileAttributeView("posix")) {
                // where there are no such owners the content alone is checked
                BasicFileAttributes plain =
                        Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                return plain.isRegularFile() || plain.isDirectory();
            }
            PosixFileAttributes found =
                    Files.readAttributes(place, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Set<PosixFilePermission> others = found.permissions();
            return (found.isRegularFile() || found.isDirectory())
                    && !others.contains(PosixFilePermission.OTHERS_WRITE)
                    && !others.contains(PosixFilePermission.GROUP_WRITE)
                    && Owners.TRUSTED.contains(found.owner());
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** This user, and whoever could change the program itself. */
    private static final class Owners {
        static final Set<UserPrincipal> TRUSTED = known();

        private static Set<UserPrincipal> known() {
            Set<UserPrincipal> owners = new HashSet<>();
            try {
                owners.add(Files.getOwner(Path.of(Trusted.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())));
            } catch (IOException | java.net.URISyntaxException | UnsupportedOperationException e) {
                // then only this user is trusted
            }
            try {
                owners.add(java.nio.file.FileSystems.getDefault()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName(System.getProperty("user.name", "")));
            } catch (IOException | UnsupportedOperationException e) {
                // then only the owner of the program is
            }
            return Set.copyOf(owners);
        }
    }
}
