package qiyue.receipt;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import qiyue.problem.Problems;

/** What a ZIP holds, read within bounds whatever it claims, and written so that like contents have like bytes. */
final class Entries {
    private static final int MOST_FILES = 20_000;
    private static final long MOST_BYTES = 64L << 20;
    private static final int LONGEST_PATH = 300;

    /** Bytes of the name of one file or folder: file systems take 255, and what is written lies beside it under a longer name first. */
    private static final int LONGEST_NAME = 240;

    /** The earliest day a ZIP can state: the same contents give the same bytes on any day, in any zone. */
    private static final LocalDateTime NO_DAY = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Entries() {}

    /** Makes a problem of what is wrong, in Chinese and English. */
    interface Damage {
        Problems of(String zh, String en);
    }

    /** The entries by name; none twice, not too many, not too long, all at places that stay below a folder. */
    static Map<String, byte[]> read(byte[] bytes, Damage damage) throws Problems {
        Map<String, byte[]> entries = new TreeMap<>();
        long room = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!isSafe(entry.getName())) {
                    String shown = qiyue.problem.Visible.line(entry.getName());
                    throw damage.of("条目名 " + shown + " 不可用", "the name " + shown + " of an entry cannot be used");
                }
                byte[] content = zip.readNBytes((int) Math.min(room + 1, Integer.MAX_VALUE - 8));
                room -= content.length;
                if (room < 0 || entries.size() >= MOST_FILES) {
                    throw damage.of("内容过多", "it holds too much");
                }
                if (entries.put(entry.getName(), content) != null) {
                    throw damage.of(entry.getName() + " 出现两次", entry.getName() + " is in it twice");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw damage.of("不是完整的 ZIP", "it is no whole ZIP");
        }
        for (String path : entries.keySet()) {
            for (int end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
                String folder = path.substring(0, end);
                if (entries.containsKey(folder)) {
                    throw damage.of(folder + " 既是文件又是文件夹", folder + " is in it both as a file and as a folder");
                }
            }
        }
        return entries;
    }

    /** A ZIP of the entries in the order of the map, not compressed: no version of a compressor changes its bytes. */
    static byte[] stored(Map<String, byte[]> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                CRC32 sum = new CRC32();
                sum.update(each.getValue());
                ZipEntry entry = new ZipEntry(each.getKey());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(each.getValue().length);
                entry.setCrc(sum.getValue());
                entry.setTimeLocal(NO_DAY);
                zip.putNextEntry(entry);
                zip.write(each.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new IllegalStateException("memory takes everything", e);
        }
        return out.toByteArray();
    }

    /** A path that stays below the folder it is unpacked to, on every system. */
    static boolean isSafe(String path) {
        return !path.isEmpty()
                && path.length() < LONGEST_PATH
                && path.matches("[^\\\\:\\p{Cntrl}]+")
                && Arrays.stream(path.split("/", -1))
                        .noneMatch(p -> p.isEmpty()
                                || p.equals(".")
                                || p.equals("..")
                                || p.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME);
    }
}
