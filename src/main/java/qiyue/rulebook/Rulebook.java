package qiyue.rulebook;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import qiyue.drl.Drl;
import qiyue.drl.DrlPrinter;
import qiyue.fact.Blank;
import qiyue.problem.Digest;
import qiyue.problem.Text;

/**
 * One edition of one instrument, encoded: its particulars, its ledger, its rules, its score sheets.
 *
 * @param id region and folder, such as {@code beijing/rules-2025}
 * @param digest SHA-256 of all its files, in hexadecimal
 * @param printed SHA-256 of its rules as the engine is given them, in hexadecimal; empty where it has to be worked out
 * @param applicantsOnly whether this is only the part that binds one who has no agreement
 */
public record Rulebook(
        String id,
        Info info,
        Map<String, Clause> ledger,
        List<Drl.RuleFile> files,
        Map<String, Sheet> sheets,
        Path folder,
        String digest,
        String printed,
        boolean applicantsOnly) {

    /** What tells it and its part for applicants from all other rulebooks. */
    public String key() {
        return applicantsOnly ? id + " applicants" : id;
    }

    /**
     * The part that binds a facility with no agreement: the articles its particulars list for applicants. Same id, same
     * digest, fewer rules; empty where every article presupposes an agreement.
     */
    public Optional<Rulebook> forApplicants() {
        List<Drl.RuleFile> kept = files(r -> bindsApplicants(r.clause()) ? Stream.of(r) : Stream.empty()).stream()
                .filter(f -> !f.rules().isEmpty())
                .toList();
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rulebook(id, info, ledger, kept, sheets, folder, digest, "", true));
    }

    /** Whether a clause, as its id without the rulebook's, is of an article that binds a facility with no agreement too. */
    public boolean bindsApplicants(String clause) {
        return info.applicants().orElse(List.of()).contains(article(clause));
    }

    /** The same with other rules in the place of each: itself, another, none. Same id, same digest. */
    public Rulebook with(Function<Drl.Rule, Stream<Drl.Rule>> rules) {
        return new Rulebook(id, info, ledger, files(rules), sheets, folder, digest, "", applicantsOnly);
    }

    private List<Drl.RuleFile> files(Function<Drl.Rule, Stream<Drl.Rule>> rules) {
        return files.stream()
                .map(f -> new Drl.RuleFile(
                        f.name(),
                        f.packageName(),
                        f.rules().stream().flatMap(rules).toList()))
                .toList();
    }

    private static int article(String clause) {
        int end = 0;
        while (end < clause.length() && clause.charAt(end) >= '0' && clause.charAt(end) <= '9') {
            end++;
        }
        return end == 0 ? 0 : Integer.parseInt(clause, 0, end, 10);
    }

    /** The name of its DRL package. */
    public String packageName() {
        return packageName(id);
    }

    /** The name of a rulebook's DRL package. */
    static String packageName(String id) {
        return id.replace("-", "").replace('/', '.');
    }

    /** The package of its compiled classes: no word of a folder's name is in it. */
    public String modelPackage() {
        return "compiled.r" + Digest.of(id.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
    }

    /** The same with the digest of its rules as they are printed, so that nobody prints them again only to tell them apart. */
    Rulebook withPrinted() {
        return new Rulebook(
                id,
                info,
                ledger,
                files,
                sheets,
                folder,
                digest,
                Digest.of(print().getBytes(StandardCharsets.UTF_8)),
                applicantsOnly);
    }

    /** Its rules as the engine is given them. */
    public String print() {
        return DrlPrinter.print(id, modelPackage(), rules());
    }

    /** All rules, in order of files. */
    public List<Drl.Rule> rules() {
        return files.stream().flatMap(f -> f.rules().stream()).toList();
    }

    /** Where the first day in force comes from. */
    public enum Start {
        /** The text says. */
        TEXT,
        /** The term of the agreement in the inspection. */
        AGREEMENT,
        /** The text leaves it blank: the inspection must say ({@code in-force-from}). */
        PARAMETER
    }

    /**
     * The particulars of {@code rulebook.yaml}.
     *
     * @param shortTitle how decisions cite it where several texts apply; the title where none is given
     * @param from first day in force, where {@code start} is TEXT
     * @param to last day in force; {@link Blank#NEVER} if open
     * @param applicants articles that bind one who has no agreement yet; if stated, all others bind parties only
     * @param decideByThen after {@code to} its measures are no longer imposed, even for earlier conduct
     */
    public record Info(
            Text title,
            Text shortTitle,
            String number,
            String region,
            List<String> kinds,
            Start start,
            LocalDate from,
            LocalDate to,
            boolean decideByThen,
            Optional<List<Integer>> applicants,
            Optional<Text> note,
            Review reviewed) {
        /** Whether the instrument is in force on the day, given the day the inspection states where the text has none. */
        public boolean inForce(LocalDate day, LocalDate stated) {
            LocalDate first = start == Start.TEXT ? from : stated;
            return !day.isBefore(first) && !day.isAfter(to);
        }
    }

    /**
     * A line of the ledger.
     *
     * @param why the reason for no-effect and pending
     * @param reading the id of the reading taken, if the clause is ambiguous
     * @param ask the doubt shown whenever the clause is hit
     */
    public record Clause(String id, Status status, Text label, Text why, String reading, Text ask) {
        /** Whether rules or rows of a sheet stand for the clause. */
        public boolean encoded() {
            return status == Status.ENCODED;
        }
    }

    /** What became of a clause. */
    public enum Status {
        /** There are rules, or rows of a score sheet. */
        ENCODED,
        /** Nothing follows from it that this program could decide. */
        NO_EFFECT,
        /** Rules are still to be written. */
        PENDING,
        /** None of these: reported where it is read, and nothing more is said of the clause. */
        MISWRITTEN;

        /** The codes of a ledger. */
        static final List<String> CODES = Stream.of(ENCODED, NO_EFFECT, PENDING)
                .map(Status::code)
                .sorted()
                .toList();

        /** As the ledger writes it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The status of the code. */
        static Status of(String code) {
            return Stream.of(values())
                    .filter(s -> s.code().equals(code))
                    .findFirst()
                    .orElse(MISWRITTEN);
        }

        /** Whether no rule stands for the clause, so that the ledger must say why. */
        boolean idle() {
            return this == NO_EFFECT || this == PENDING;
        }
    }
}
