package qiyue.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import qiyue.Qiyue;
import qiyue.decision.Decision;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Blank;
import qiyue.fact.Terms;
import qiyue.intake.InspectionText;
import qiyue.problem.Problems;
import qiyue.problem.Sources;
import qiyue.problem.Text;
import qiyue.receipt.Chain;
import qiyue.receipt.Receipt;
import qiyue.register.Brought;
import qiyue.register.Entry;
import qiyue.register.EntryKind;
import qiyue.register.LookUp;
import qiyue.register.Proceeding;
import qiyue.register.Register;
import qiyue.report.Names;

/** Draws up the entries of a case that need a decision: the document, what the rules make of it, and again after each choice. */
final class CaseWork {
    private static final Set<String> STRUCK = Set.of("facility", "department", "person");
    private static final int TRIES = 20;

    private final Qiyue qiyue;
    private final Register register;
    private final LookUp lookUp;
    private final Register.Filing filing;

    CaseWork(Qiyue qiyue, Register register, Optional<String> facility, Register.Filing filing) {
        this.qiyue = qiyue;
        this.register = register;
        this.lookUp = new LookUp(register, qiyue.library(), Optional.empty(), facility);
        this.filing = filing;
    }

    /**
     * What came of entering something.
     *
     * @param added the kinds of what was added; empty: it stands already
     * @param decision the decision that stands now; nothing where none was asked for
     */
    record Entered(List<EntryKind> added, Optional<Decision> decision) {}

    /** Draws up entries on what the case has come to; empty if all stands already. */
    private interface Drawing {
        Drawn on(Proceeding before) throws Problems;
    }

    private record Drawn(List<Register.Draft> drafts, Decision decision) {}

    /** Enters the document of an inspection and the decision on it; one that stands already is decided again. */
    Entered document(InspectionText text) throws Problems {
        JsonNode document = text.tree();
        String code = lookUp.facility(document, text.name());
        Register.Subject subject = new Register.Subject(
                document.path("inspection").path("id").asText(""),
                document.path("region").asText(""),
                code);
        return enter(subject, before -> {
            boolean stands = before.last(EntryKind.INSPECTION, e -> true)
                    .filter(e -> e.text("original").equals(text.digest()))
                    .isPresent();
            List<Register.Draft> drafts = new ArrayList<>();
            if (!stands) {
                ObjectNode body = JsonNodeFactory.instance.objectNode();
                body.set("document", document);
                body.put("original", text.digest());
                // its day is that of handling, known once it is decided
                drafts.add(new Register.Draft(EntryKind.INSPECTION, filing.filedOn(), body));
            }
            Decided decided = decide(text, before.with(subject, drafts, filing.filedOn()), before);
            if (!stands) {
                drafts.set(
                        0,
                        new Register.Draft(
                                EntryKind.INSPECTION,
                                decided.decision().today(),
                                drafts.get(0).body()));
            }
            if (!stands || !decided.same()) {
                drafts.add(decided.draft());
            }
            return new Drawn(drafts, decided.decision());
        });
    }

    /** Enters a choice and the decision as it stands with it; throws where the measure is not the agency's to choose. */
    Entered choice(Register.Subject subject, ObjectNode body, java.time.LocalDate day) throws Problems {
        return enter(subject, before -> {
            InspectionText text = text(before);
            List<Register.Draft> drafts = new ArrayList<>();
            Register.Draft draft = new Register.Draft(EntryKind.CHOICE, day, body);
            Decided decided = decide(text, before.with(subject, List.of(draft), filing.filedOn()), before);
            refuse(decided.decision(), body);
            fixedStart(decided.decision(), body);
            if (before.standing(draft).isEmpty()) {
                drafts.add(draft);
                drafts.add(decided.draft());
            }
            return new Drawn(drafts, decided.decision());
        });
    }

    private Entered enter(Register.Subject subject, Drawing drawing) throws Problems {
        for (int i = 0; i < TRIES; i++) {
            Proceeding before = register.proceeding(subject.chain());
            Drawn drawn = drawing.on(before);
            if (drawn.drafts().isEmpty()
                    || register.add(subject, before.entries().size(), drawn.drafts(), filing)) {
                return new Entered(
                        drawn.drafts().stream().map(Register.Draft::kind).toList(), Optional.of(drawn.decision()));
            }
        }
        throw Problems.one(
                "register-failed",
                register.path().toString(),
                new Text("别人不断在登记同一案件，这次没有登记", "others keep entering things in the same case; nothing was entered"),
                new Text("稍后再试", "try again later"));
    }

    /** The document that stands, as it was handed in. */
    private static InspectionText text(Proceeding proceeding) {
        return new InspectionText(proceeding.subject().chain(), Receipt.canonical(proceeding.document()));
    }

    private record Decided(Decision decision, Register.Draft draft, boolean same) {}

    private Decided decide(InspectionText text, Proceeding with, Proceeding before) throws Problems {
        Brought brought = lookUp.into(text.tree(), text.name(), Optional.of(with));
        Decision decision = brought.onto(qiyue.decide(text, brought.document()));
        Optional<Entry> last = before.last(EntryKind.DECISION, e -> true);
        JsonNode earlier = last.map(e -> e.body().path("receipt")).orElse(JsonNodeFactory.instance.objectNode());
        Receipt receipt = qiyue.receipt(
                text,
                brought.document(),
                Chain.after(
                        earlier.path("number").asInt(0), earlier.path("digest").asText("")));
        ObjectNode body = JsonNodeFactory.withExactBigDecimals(true).objectNode();
        JsonNode kept = Sources.own(receipt.line(), text.name());
        body.set("receipt", kept);
        for (MeasureLine line : decision.measures()) {
            measure(line).ifPresent(body.withArray("/measures")::add);
        }
        return new Decided(
                decision,
                new Register.Draft(EntryKind.DECISION, decision.today(), body),
                kept.path("decision").equals(earlier.path("decision"))
                        && kept.path("document").equals(earlier.path("document")));
    }

    /** What of a line goes into history once it is served: names as they are, for the receipt holds none. */
    private Optional<ObjectNode> measure(MeasureLine line) {
        boolean money = Optional.ofNullable(
                        qiyue.library().vocabulary().measureKinds().get(line.kind()))
                .filter(k -> !k.money().isEmpty())
                .isPresent();
        boolean chosen = line.choice().equals("taken");
        if (!line.ofAgency()
                || !STRUCK.contains(line.subject())
                || !line.absorbedBy().isEmpty()
                || (money && !chosen)) {
            return Optional.empty();
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("kind", line.kind()).put("subject", line.subject());
        node.put("floor", line.floor()).put("offered", line.optional());
        node.put("breach", !line.breaches().isEmpty());
        for (String[] field : new String[][] {
            {"agreement", line.agreement()}, {"department", line.department()}, {"choice", line.choice()}
        }) {
            if (!field[1].isEmpty()) {
                node.put(field[0], field[1]);
            }
        }
        line.people().forEach(node.withArray("/people")::add);
        line.allClauses().forEach(node.withArray("/clauses")::add);
        Terms terms = line.terms();
        ObjectNode kept = node.putObject("terms");
        if (terms.least() >= 0) {
            kept.put("least", terms.least()).put("most", terms.most()).put("unit", terms.unit());
        }
        if (Blank.happened(terms.from())) {
            kept.put("from", terms.from().toString());
        }
        if (Blank.happened(terms.until())) {
            kept.put("until", terms.until().toString());
        }
        if (!terms.untilEvent().isEmpty()) {
            kept.put("untilEvent", terms.untilEvent());
        }
        return Optional.of(node);
    }

    /** A first day that the clause itself gives does not wait for the service. */
    private static void fixedStart(Decision decision, ObjectNode body) {
        if (decision.measures().stream()
                .anyMatch(m -> m.kind().equals(body.path("measure").asText())
                        && m.choice().equals("taken")
                        && Blank.happened(m.terms().from()))) {
            body.put("fixedStart", true);
        }
    }

    private void refuse(Decision decision, ObjectNode body) throws Problems {
        String measure = body.path("measure").asText();
        for (Decision.Note note : decision.notes()) {
            String other = note.details().getOrDefault("other", "");
            boolean second = note.kind().equals("choice-exclusive") && other.equals(measure);
            if (!note.about().equals(measure) && !second) {
                continue;
            }
            String zh = qiyue.library().vocabulary().label("measures", measure, "zh");
            String en = qiyue.library().vocabulary().label("measures", measure, "en");
            String candidates = note.details().getOrDefault("candidates", "");
            List<String> offered = decision.measures().stream()
                    .filter(m -> m.optional() && m.ofAgency() && m.choice().isEmpty())
                    .filter(m -> m.amount().signum() > 0
                            || decision.measures().stream()
                                    .noneMatch(f -> f.floor() && f.kind().equals(m.kind())))
                    .map(MeasureLine::kind)
                    .distinct()
                    .toList();
            String chosen = second ? note.about() : other;
            switch (note.kind()) {
                case "unused-choice" ->
                    throw notOffered(
                            new Text(
                                    "“" + zh + "”（" + measure + "）不在此案可以选择之列：须采取的无须选择，没有条款给出的不能选择",
                                    "'" + en + "' (" + measure
                                            + ") is not to be chosen in this case: what must be taken needs no choice, what no clause gives cannot be chosen"),
                            offered.isEmpty()
                                    ? new Text("此案没有可以选择的", "there is nothing to be chosen in this case")
                                    : new Text(
                                            "可以选择：" + named(offered, "zh", "、"),
                                            "on offer: " + named(offered, "en", ", ")));
                case "choice-ambiguous", "choice-contradicted" ->
                    throw notOffered(
                            new Text(
                                    "“" + zh + "”可以落在不止一处：" + Names.places(candidates, "zh"),
                                    "'" + en + "' fits more than one place: " + Names.places(candidates, "en")),
                            new Text(
                                    "用 --agreement、--subject、--department、--person 写明是哪一处",
                                    "say which with --agreement, --subject, --department or --person"));
                case "choice-exclusive" ->
                    throw notOffered(
                            new Text(
                                    "“" + zh + "”与已选的“"
                                            + qiyue.library().vocabulary().label("measures", chosen, "zh")
                                            + "”就同一事实只能择一",
                                    "'" + en + "' and '"
                                            + qiyue.library().vocabulary().label("measures", chosen, "en")
                                            + "', which was chosen, go one instead of the other for the same facts"),
                            new Text("先改定已选的一项", "change what was chosen first"));
                default -> {}
            }
        }
    }

    private String named(List<String> measures, String lang, String comma) {
        return measures.stream()
                .map(m -> qiyue.library().vocabulary().label("measures", m, lang) + " " + m)
                .collect(Collectors.joining(comma));
    }

    private Problems notOffered(Text what, Text fix) {
        return Problems.one("choice", register.path().toString(), what, fix);
    }
}
