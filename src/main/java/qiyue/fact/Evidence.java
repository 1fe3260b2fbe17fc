package qiyue.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import qiyue.shape.Says;

/** Anything a conclusion may rest on: what was found, recorded, answered, decided earlier, or concluded by another rule. */
public interface Evidence {
    /** The id by which a decision points at this fact; unique within the document. */
    @Says(zh = "编号，全文唯一", en = "its id, used once in the document")
    String id();

    /** How sure this fact makes what is concluded from it. */
    @Says(zh = "由它得出的结论有多确定", en = "how sure what rests on it is")
    default Certainty certainty() {
        return Certainty.ESTABLISHED;
    }

    /** The questions still open on which this fact hinges, as {@code question@about}. */
    @Says(zh = "它还取决于的未答问题，如 good-reason@f1", en = "the open questions it hinges on, such as good-reason@f1")
    default List<String> open() {
        return List.of();
    }

    /** The choices of the agency this fact presupposes (codes of measures); empty: none. */
    @Says(zh = "要经办机构先选定的措施", en = "measures the agency would have to choose first")
    default List<String> presumes() {
        return List.of();
    }

    /** The money concerned. */
    default List<Portion> portions() {
        return List.of();
    }

    /** Whether the money concerned is known; true where there is none. */
    @Says(zh = "所涉金额是否写全；不涉金额的为是", en = "whether the money concerned is known; yes where there is none")
    default boolean moneyKnown() {
        return true;
    }

    /** The first day this fact speaks of, or {@link Blank#NEVER}. */
    @Says(zh = "它说的第一日，即按哪一日的版本判断", en = "the first day it speaks of: the edition of that day judges it")
    default LocalDate day() {
        return Blank.NEVER;
    }

    /** The day on which it happened, where that is not the day it is judged by; what people are told is this one. */
    @Says(
            zh = "事情发生之日；与据以判断之日不同的只有事故，供告知用",
            en = "the day it happened: of an accident not the day it is judged by; for telling people")
    default LocalDate happenedOn() {
        return day();
    }

    /** The id of the stay concerned; empty: none. */
    @Says(zh = "所属住院的编号；没有的为空", en = "the id of the stay concerned; empty where none is")
    default String stayId() {
        return "";
    }

    /** The department concerned; empty: none. */
    @Says(zh = "所涉科室；没有的为空", en = "the department concerned; empty where none is")
    default String department() {
        return "";
    }

    /** The members of staff concerned. */
    @Says(zh = "所涉本机构人员", en = "the members of staff concerned")
    default List<String> people() {
        return List.of();
    }

    /** The id of the agreement concerned; empty where none is named. */
    @Says(zh = "所属协议的编号；没有写明的为空", en = "the id of the agreement concerned; empty where none is named")
    default String agreement() {
        return "";
    }

    /** The answers written beside it in the document. */
    default Map<String, String> answers() {
        return Map.of();
    }

    /** The days between which it counts working days: it is judged only where the calendar reaches them. */
    default List<LocalDate> reckoned() {
        return List.of();
    }

    /** Whether its other fields show that what such a day stands for has happened, though the day is left out: then nobody is asked. */
    default boolean shows(String event) {
        return false;
    }

    /** The ids this conclusion leads back to. */
    @Says(zh = "所依据的发现、数据的编号，如 roots contains $f.id", en = "the ids of what it rests on, such as roots contains $f.id")
    default List<String> roots() {
        return List.of(id());
    }
}
