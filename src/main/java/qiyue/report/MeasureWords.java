package qiyue.report;

import java.util.Set;
import qiyue.decision.Decision.Chosen;
import qiyue.decision.Decision.MeasureLine;
import qiyue.fact.Blank;
import qiyue.fact.Modality;
import qiyue.fact.Terms;
import qiyue.problem.Digits;
import qiyue.report.DecisionView.Pieces;
import qiyue.rulebook.Vocabulary;

/** A measure in words, the same wherever measures are shown. */
final class MeasureWords {
    /** Whom a measure strikes so that its name says it, as that of a cost which the worker bears. */
    private static final Set<String> NAMED = Set.of("agency", "worker");

    private final Vocabulary vocabulary;
    private final String lang;
    private final Audience audience;

    private MeasureWords(Vocabulary vocabulary, String lang, Audience audience) {
        this.vocabulary = vocabulary;
        this.lang = lang;
        this.audience = audience;
    }

    /** The measure as a sentence: modality, measure, subject, terms, sum. */
    static String sentence(MeasureLine measure, Vocabulary vocabulary, String lang) {
        return sentence(measure, vocabulary, lang, Audience.AGENCY);
    }

    /** The same, for that reader. */
    static String sentence(MeasureLine measure, Vocabulary vocabulary, String lang, Audience audience) {
        return new MeasureWords(vocabulary, lang, audience).sentence(measure);
    }

    /** The measure in pieces. */
    static Pieces pieces(MeasureLine m, Vocabulary vocabulary, String lang) {
        MeasureWords words = new MeasureWords(vocabulary, lang, Audience.AGENCY);
        Terms terms = m.terms();
        String whom = whom(m, lang);
        String amount = m.amount().signum() <= 0
                ? ""
                : m.amount().toPlainString()
                        + (m.amountMost().signum() > 0
                                ? words.t(" 至 ", " to ") + m.amountMost().toPlainString()
                                : "");
        boolean ranged = (terms.least() >= 0 && terms.least() != terms.most())
                || terms.percentMost() >= 0
                || terms.timesMost() >= 0;
        return new Pieces(
                words.label("measures", m.kind())
                        + words.debt(m)
                        + (whom.isEmpty() || NAMED.contains(m.subject())
                                ? ""
                                : words.t("（", " (") + whom + words.t("）", ")"))
                        + (m.agreement().isEmpty()
                                ? ""
                                : words.t("（协议 ", " (agreement ") + m.agreement() + words.t("）", ")")),
                words.terms(terms).strip(),
                ranged,
                amount,
                words.length(m.chosen()));
    }

    /** Only the terms: length, percent, times, days. */
    static String terms(Terms terms, Vocabulary vocabulary, String lang) {
        return new MeasureWords(vocabulary, lang, Audience.AGENCY).terms(terms).strip();
    }

    /** Who is struck, where it is not the facility; else empty. */
    static String whom(MeasureLine measure, String lang) {
        boolean en = lang.equals("en");
        String names = names(measure, en);
        String said = names.isEmpty() ? unstated(en) : (en ? "" : " ") + names;
        return switch (measure.subject()) {
            case "department" -> (en ? "department " : "科室") + said;
            case "person" -> (en ? "persons " : "责任人员") + said;
            case "worker" -> en ? "worker" : "工伤职工";
            case "agency" -> en ? "agency" : "经办机构";
            default -> "";
        };
    }

    /** The department or the persons struck by name; empty where they are not stated. */
    private static String names(MeasureLine measure, boolean en) {
        return measure.subject().equals("department")
                ? measure.department()
                : String.join(en ? ", " : "、", measure.people());
    }

    private static String unstated(boolean en) {
        return en ? "not stated" : "未载明";
    }

    private String sentence(MeasureLine m) {
        StringBuilder text = new StringBuilder(verb(m))
                .append(m.ofAgency() ? "" : t("由" + label("actors", m.actor()), ""))
                .append(label("measures", m.kind()))
                .append(m.ofAgency() ? "" : t("", " (by " + label("actors", m.actor()) + ")"))
                .append(debt(m));
        boolean department = m.subject().equals("department");
        if (department || m.subject().equals("person")) {
            boolean en = lang.equals("en");
            String names = names(m, en);
            text.append(department ? t("（以科室为单位：", " (department: ") : t("（责任人员：", " (persons: "))
                    .append(names.isEmpty() ? unstated(en) : names)
                    .append(t("）", ")"));
        }
        text.append(m.agreement().isEmpty() ? "" : t("（协议 ", " (agreement ") + m.agreement() + t("）", ")"))
                .append(terms(m.terms()));
        if (m.amount().signum() > 0) {
            text.append(t("，", ", ")).append(m.amount().toPlainString());
            if (m.amountMost().signum() > 0) {
                text.append(t(" 至 ", " to ")).append(m.amountMost().toPlainString());
            }
            text.append(t(" 元", " yuan"));
        }
        if (!m.amountKnown()) {
            // without a scale no fact would tell the sum
            boolean set = m.kind().equals("deduct-deposit")
                    && m.terms().percent() < 0
                    && m.terms().percentMost() < 0
                    && m.terms().times() < 0;
            text.append(
                    set
                            ? t("，金额由经办机构定（条款没有比例）", ", the agency sets the amount (the clause has no scale)")
                            : m.amount().signum() > 0
                                    ? t("，另有金额尚待查明", " and sums not yet known")
                                    : t("，金额尚待查明", ", amount not yet known"));
        }
        if (!m.choice().isEmpty()) {
            text.append(
                    m.choice().equals("taken")
                            ? t("【本次已选", " [chosen") + chosen(m.chosen()) + t("】", "]")
                            : t("【本次不采取】", " [declined]"));
        }
        if (!m.endedBy().isEmpty()) {
            text.append(ended(m));
        } else if (m.absorbedBy().equals(m.kind())) {
            text.append(t("——另有依据已须采取或已选定", " — required or chosen already on other grounds"));
        } else if (!m.absorbedBy().isEmpty()) {
            text.append(t("——因", " — pointless once: "))
                    .append(label("measures", m.absorbedBy()))
                    .append(t("而无须单独采取", ""));
        }
        return text.toString();
    }

    /** That there is no agreement to strike, or to take what it presumes against. */
    private String ended(MeasureLine m) {
        return m.absorbedBy().isEmpty()
                ? t(
                        "——协议已不再有效，所取决的处理不能再作；能否单独采取，条款没有写明",
                        " — the agreement is over, so that what it depends on cannot be taken; whether it stands alone the clause does not say")
                : t("——协议已不再有效，无可采取", " — the agreement is over: none to strike");
    }

    /** Who owes it to whom. */
    private String debt(MeasureLine m) {
        return m.payer().isEmpty()
                ? ""
                : t("（", " (")
                        + label("actors", m.payer())
                        + t("付给", " to ")
                        + label("actors", m.payee())
                        + t("）", ")");
    }

    /** What was decided: length, days, and whether the clause allows it. */
    private String chosen(Chosen c) {
        String text = (length(c) + (c.amount().signum() > 0 ? " " + c.amount().toPlainString() + t(" 元", " yuan") : ""))
                .strip();
        String length = text.isEmpty() ? "" : t("：", ": ") + text;
        return length + (c.outside().isEmpty() ? "" : t("，", ", ") + outside(c.outside(), lang));
    }

    /** The length, the days, the share and the multiple decided; empty if none. A sum stands where sums do. */
    private String length(Chosen c) {
        StringBuilder text = new StringBuilder();
        if (c.months().signum() > 0) {
            text.append(' ').append(Digits.plain(c.months())).append(' ').append(unit("months"));
        }
        if (c.days() > 0) {
            text.append(' ').append(c.days()).append(' ').append(unit("days"));
        }
        if (c.percent() > 0) {
            text.append(' ').append(c.percent()).append('%');
        }
        if (c.times() > 0) {
            text.append(' ').append(c.times()).append(t(" 倍", " times"));
        }
        if (Blank.happened(c.from())) {
            text.append(t(" 自 ", " from ")).append(c.from());
        }
        if (Blank.happened(c.until())) {
            text.append(t(" 至 ", " until ")).append(c.until());
        }
        return text.toString().strip();
    }

    /** How a choice departs from its clause. */
    static String outside(String how, String lang) {
        boolean en = lang.equals("en");
        return switch (how) {
            case "longer" -> en ? "longer than the clause allows" : "长于条款所定";
            case "shorter" -> en ? "shorter than the clause allows" : "短于条款所定";
            case "higher" -> en ? "more than the clause allows" : "高于条款所定";
            case "lower" -> en ? "less than the clause allows" : "低于条款所定";
            case "no-such-range" -> en ? "the clause leaves no such figure open" : "条款没有留下这样的幅度";
            default -> en ? "not from the day the clause sets" : "起始日与条款不符";
        };
    }

    /** What a clause allows of length and days, as a note has it. */
    static String allowed(String said, String lang) {
        return lang.equals("en")
                ? said
                : said.replaceAll("(\\d+)\\.\\.(\\d+)", "$1 至 $2")
                        .replace(" working-days", " 个工作日")
                        .replace(" months", " 个月")
                        .replace(" days", " 日")
                        .replace(" years", " 年")
                        .replace(" times", " 倍")
                        .replace(" yuan", " 元")
                        .replace(" from ", " 自 ")
                        .replace(" until ", " 至 ")
                        .replace("; ", "；");
    }

    /** The verb for the reader: what the facility itself may do is named under a heading that says so, once it is certain. */
    private String verb(MeasureLine m) {
        if (audience == Audience.AGENCY) {
            return modality(m.modality(), lang);
        }
        if (m.subject().equals("agency") && m.modality() == Modality.MAY) {
            return m.optional() ? "" : t("本机构可以", "this facility may: ");
        }
        String verb = modality(m.modality(), lang, audience);
        return lang.equals("en") ? verb : verb + "：";
    }

    /** The verb of a modality for that reader. */
    static String modality(Modality modality, String lang, Audience audience) {
        boolean en = lang.equals("en");
        return audience == Audience.AGENCY
                ? modality(modality, lang)
                : switch (modality) {
                    case MAY -> en ? "could follow: " : "可能";
                    case SHALL -> en ? "would follow: " : "将会";
                    case AUTOMATIC -> en ? "would follow by operation of the clause: " : "依条款将会";
                };
    }

    /** The verb of a modality. */
    static String modality(Modality modality, String lang) {
        boolean en = lang.equals("en");
        return switch (modality) {
            case MAY -> en ? "may: " : "可以";
            case SHALL -> en ? "shall: " : "应当";
            case AUTOMATIC -> en ? "by operation of the clause: " : "依条款";
        };
    }

    private String terms(Terms terms) {
        StringBuilder text = new StringBuilder();
        if (terms.least() >= 0) {
            int most = terms.least() == terms.most() ? Blank.UNKNOWN : terms.most();
            text.append(' ').append(range(terms.least(), most)).append(' ').append(unit(terms.unit()));
        }
        if (terms.percent() >= 0) {
            text.append(' ').append(range(terms.percent(), terms.percentMost())).append('%');
        }
        if (terms.times() >= 0) {
            text.append(t(" 按 ", " × "))
                    .append(range(terms.times(), terms.timesMost()))
                    .append(t(" 倍（含本数）", " (the sum itself included)"));
        }
        if (Blank.happened(terms.from())) {
            text.append(t(" 自 ", " from ")).append(terms.from());
        }
        if (Blank.happened(terms.until())) {
            text.append(t(" 至 ", " until ")).append(terms.until());
        }
        if (!terms.untilEvent().isEmpty()) {
            text.append(' ').append(Until.event(terms.untilEvent(), vocabulary, lang));
        }
        return text.toString();
    }

    private String range(int least, int most) {
        return most < 0 ? String.valueOf(least) : least + t(" 至 ", " to ") + most;
    }

    private String unit(String unit) {
        return switch (unit) {
            case "days" -> t("日", "days");
            case "working-days" -> t("个工作日", "working days");
            case "months" -> t("个月", "months");
            default -> t("年", "years");
        };
    }

    private String label(String list, String code) {
        return vocabulary.label(list, code, lang);
    }

    private String t(String zh, String en) {
        return lang.equals("en") ? en : zh;
    }
}
