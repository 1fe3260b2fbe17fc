package qiyue.notice;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import qiyue.decision.Decision;
import qiyue.decision.Decision.DutyLine;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Certainty;
import qiyue.fact.Modality;
import qiyue.problem.Text;
import qiyue.report.Citation;
import qiyue.rulebook.Library;

/**
 * Who decides, where the text says that not just any agency does: the document names an agency, but not of which level it is,
 * so that its name cannot be put below a decision that is for one of them.
 *
 * @param actors those who have to decide; empty where the text leaves it to the agency
 */
record Deciders(Set<String> actors, Set<String> measures, Set<String> clauses, Library library) {
    /** The step by which an agency that the text names decides. */
    private static final String DECIDES = "decide";

    static Deciders of(Decision decision, Library library) {
        Set<String> decided = decision.measures().stream()
                .filter(Deciders::decided)
                .map(MeasureLine::kind)
                .collect(Collectors.toSet());
        Set<String> actors = new LinkedHashSet<>();
        Set<String> measures = new LinkedHashSet<>();
        Set<String> clauses = new LinkedHashSet<>();
        for (DutyLine d : decision.duties()) {
            List<String> here = d.measures().stream().filter(decided::contains).toList();
            if (d.act().equals(DECIDES)
                    && !d.actor().equals("agency")
                    && d.modality() != Modality.MAY
                    && d.certainty() == Certainty.ESTABLISHED
                    && !here.isEmpty()) {
                actors.add(d.actor());
                measures.addAll(here);
                clauses.addAll(d.clauses());
            }
        }
        return new Deciders(actors, measures, clauses, library);
    }

    private static boolean decided(MeasureLine m) {
        return m.floor() || (m.optional() && m.ofAgency() && m.choice().equals("taken"));
    }

    /** The agency of the document, or a blank that says who has to decide. */
    String name(String agency) {
        return actors.isEmpty() ? agency : NoticeData.blank("决定机构，" + said("zh"));
    }

    /** What the user is told beside the paper; empty where the agency decides. */
    Optional<Text> remark() {
        return actors.isEmpty()
                ? Optional.empty()
                : Optional.of(new Text(
                        "决定机构和印章留空：" + said("zh"), "who decides and whose seal are left blank: " + said("en")));
    }

    private String said(String lang) {
        boolean en = lang.equals("en");
        String where = clauses.stream()
                .map(c -> Citation.of(c.substring(c.indexOf('#') + 1), lang))
                .distinct()
                .collect(Collectors.joining(en ? ", " : "、"));
        String who = labels("actors", actors, lang);
        String what = labels("measures", measures, lang);
        return en ? where + ": " + who + " decides on " + what : "依" + where + "应由" + who + "决定" + what;
    }

    private String labels(String list, Set<String> codes, String lang) {
        return codes.stream()
                .map(c -> library.vocabulary().label(list, c, lang))
                .collect(Collectors.joining(lang.equals("en") ? ", " : "、"));
    }
}
