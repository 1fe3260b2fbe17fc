package qiyue.suite;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import qiyue.check.Coherence;
import qiyue.problem.Kept;
import qiyue.problem.Problem;
import qiyue.problem.Problems;
import qiyue.problem.Text;
import qiyue.rulebook.Library;
import qiyue.rulebook.RulesKey;
import qiyue.rulebook.RulesTree;

/**
 * What was found of regions, kept until a file of the region, one that regions share, the program or the Java is another.
 * What is in error is never kept: whoever mends it sees it each time. Remarks are kept to the word.
 */
public final class KeptChecks {
    private static final int GENERATIONS = 24;

    private final Path folder;
    private final Kept kept;

    /**
     * Where they are kept.
     *
     * @param folder the folder of checked libraries; it may be lost at any time
     */
    public KeptChecks(Path folder) {
        this.folder = folder;
        this.kept = new Kept(folder, "check", 3, GENERATIONS);
    }

    /**
     * What is wrong with the region, as it was found before or anew.
     *
     * @param further what else is wrong with a region so read
     */
    public RegionCheck of(Path root, String region, Function<Library, List<Problem>> further) throws Problems {
        RulesTree.demandPlain(root);
        Set<String> regions = Set.of(region);
        Optional<String> key = RulesKey.whole(root, regions);
        Optional<Found> before = key.flatMap(kept::get).flatMap(KeptChecks::unpack);
        if (before.isPresent()) {
            Library library = Library.load(root, regions, folder, Coherence::demand);
            Found found = before.get();
            return new RegionCheck(library, found.own(), found.among(), found.usable(), true);
        }
        Consumer<Library> keeper = Library.keeper(root, regions, folder);
        RegionCheck read = RegionCheck.of(root, region);
        RegionCheck check = read.with(further.apply(read.library()));
        if (check.sound() && !check.library().rulebooks().isEmpty()) {
            keeper.accept(check.library());
            // edited while it was read: the next run sees what it is now
            key.filter(k -> key.equals(RulesKey.whole(root, regions))).ifPresent(k -> put(k, check));
        }
        return check;
    }

    /** Keeps it, if it comes back as it is. */
    private void put(String key, RegionCheck check) {
        byte[] packed = pack(check);
        if (unpack(packed).equals(Optional.of(new Found(check.own(), check.among(), check.usable())))) {
            kept.put(key, packed);
        }
    }

    private record Found(List<Problem> own, List<Problem> among, Set<String> usable) {}

    private static byte[] pack(RegionCheck check) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (List<Problem> problems : List.of(check.own(), check.among())) {
                out.writeInt(problems.size());
                for (Problem p : problems) {
                    KeptTexts.write(out, p.code(), p.file(), p.pointer(), p.source());
                    KeptTexts.write(
                            out,
                            p.message().zh(),
                            p.message().en(),
                            p.fix().zh(),
                            p.fix().en(),
                            p.varying().value(),
                            p.varying().mistake().zh(),
                            p.varying().mistake().en());
                    out.writeInt(p.line());
                    out.writeInt(p.column());
                    out.writeInt(p.more());
                }
            }
            out.writeInt(check.usable().size());
            KeptTexts.write(out, check.usable().toArray(String[]::new));
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private static Optional<Found> unpack(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            List<Problem> own = problems(in);
            List<Problem> among = problems(in);
            Set<String> usable = new TreeSet<>();
            for (int left = in.readInt(); left > 0; left--) {
                usable.add(KeptTexts.read(in));
            }
            return Optional.of(new Found(own, among, usable));
        } catch (IOException e) {
            // whatever it is, it is not what was kept
            return Optional.empty();
        }
    }

    private static List<Problem> problems(DataInputStream in) throws IOException {
        List<Problem> problems = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            String code = KeptTexts.read(in);
            String file = KeptTexts.read(in);
            String pointer = KeptTexts.read(in);
            String source = KeptTexts.read(in);
            Text message = new Text(KeptTexts.read(in), KeptTexts.read(in));
            Text fix = new Text(KeptTexts.read(in), KeptTexts.read(in));
            Problem.Varying varying =
                    new Problem.Varying(KeptTexts.read(in), new Text(KeptTexts.read(in), KeptTexts.read(in)));
            int line = in.readInt();
            int column = in.readInt();
            problems.add(new Problem(code, file, line, column, pointer, source, message, fix, varying, in.readInt()));
        }
        return problems;
    }
}
