package qiyue.suite;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import qiyue.problem.Digest;
import qiyue.problem.Kept;
import qiyue.rulebook.RulesKey;

/**
 * The case files of a region whose every case held under just these rules: to run them again would tell nothing, for a decision
 * hangs on the document, the rules, the program and the Java alone. What failed is never kept.
 */
public final class KeptPasses {
    private static final int GENERATIONS = 12;

    private final Kept kept;
    private final Path root;
    private final String region;
    private final String compiler;
    private final Optional<String> key;
    private final Map<String, Passed> files = new TreeMap<>();

    /** A case file that passed, by the digest of its text. */
    private record Passed(String digest, List<Held> cases) {}

    private record Held(String name, Set<String> uncompared) {}

    /**
     * What passed under the rules of the region as they are now.
     *
     * @param folder where it is kept; it may be lost at any time
     * @param compiler a digest of what compiles rules
     */
    public KeptPasses(Path folder, Path root, String region, String compiler) {
        this.kept = new Kept(folder, "passed", 1, GENERATIONS);
        this.root = root;
        this.region = region;
        this.compiler = compiler;
        this.key = key();
        key.flatMap(kept::get).ifPresent(this::unpack);
    }

    private Optional<String> key() {
        return RulesKey.deciding(root, Set.of(region))
                .map(k -> Digest.start().add(k).add(compiler).end());
    }

    /** The results of a case file of that digest, as they were when it passed; nothing if it was another then or has not passed. */
    public Optional<List<Suite.Result>> of(String file, String digest) {
        Passed passed = files.get(file);
        return passed == null || !passed.digest().equals(digest)
                ? Optional.empty()
                : Optional.of(passed.cases().stream()
                        .map(c -> new Suite.Result(Case.named(file, c.name()), List.of(), c.uncompared()))
                        .toList());
    }

    /** Keeps the files of these results of which every case passed; not what was changed while they ran. */
    public void keep(Map<String, List<Suite.Result>> results, Map<String, String> digests) {
        results.forEach((file, all) -> {
            String digest = digests.getOrDefault(file, "");
            if (all.stream().allMatch(this::holds) && digest(file).equals(Optional.of(digest))) {
                files.put(
                        file,
                        new Passed(
                                digest,
                                all.stream()
                                        .map(r -> new Held(r.tested().name(), r.uncompared()))
                                        .toList()));
            }
        });
        key.filter(k -> key.equals(key())).ifPresent(k -> kept.put(k, pack()));
    }

    /** A case of another region hangs on that one's rules. */
    private boolean holds(Suite.Result result) {
        return result.passed()
                && result.tested().given().path("region").asText().equals(region);
    }

    /** The digest of a case file as it is now; nothing if it cannot be read. */
    public Optional<String> digest(String file) {
        try {
            return Optional.of(Digest.of(Files.readAllBytes(root.resolve(file))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private byte[] pack() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(files.size());
            for (Map.Entry<String, Passed> file : files.entrySet()) {
                KeptTexts.write(out, file.getKey(), file.getValue().digest());
                out.writeInt(file.getValue().cases().size());
                for (Held held : file.getValue().cases()) {
                    KeptTexts.write(out, held.name());
                    out.writeInt(held.uncompared().size());
                    KeptTexts.write(out, held.uncompared().toArray(String[]::new));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private void unpack(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            for (int left = in.readInt(); left > 0; left--) {
                String file = KeptTexts.read(in);
                String digest = KeptTexts.read(in);
                List<Held> cases = new ArrayList<>();
                for (int i = in.readInt(); i > 0; i--) {
                    String name = KeptTexts.read(in);
                    Set<String> uncompared = new TreeSet<>();
                    for (int j = in.readInt(); j > 0; j--) {
                        uncompared.add(KeptTexts.read(in));
                    }
                    cases.add(new Held(name, uncompared));
                }
                files.put(file, new Passed(digest, List.copyOf(cases)));
            }
        } catch (IOException e) {
            // whatever it is, it is not what was kept
            files.clear();
        }
    }
}
