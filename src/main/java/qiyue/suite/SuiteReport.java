package qiyue.suite;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import qiyue.problem.Visible;

/** The results of a suite for machines: JUnit XML, TAP and JSON. */
public final class SuiteReport {
    private SuiteReport() {}

    /** JUnit XML, one suite a case file. */
    public static String junit(List<Suite.Result> results, String lang) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            for (String file :
                    results.stream().map(r -> r.tested().file()).distinct().toList()) {
                suite(
                        xml,
                        file,
                        results.stream()
                                .filter(r -> r.tested().file().equals(file))
                                .toList(),
                        lang);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return text + "\n";
    }

    private static void suite(XMLStreamWriter xml, String file, List<Suite.Result> results, String lang)
            throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", file);
        xml.writeAttribute("tests", String.valueOf(results.size()));
        xml.writeAttribute(
                "failures",
                String.valueOf(results.stream().filter(r -> !r.passed()).count()));
        for (Suite.Result result : results) {
            xml.writeStartElement("testcase");
            xml.writeAttribute("classname", file);
            xml.writeAttribute("name", Visible.line(result.tested().name()));
            if (!result.passed()) {
                List<String> differences = told(result, lang);
                xml.writeStartElement("failure");
                xml.writeAttribute(
                        "message",
                        Visible.line(differences.get(0).lines().findFirst().orElse("")));
                xml.writeCharacters(Visible.text(String.join("\n", differences)));
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** What cases leave unsaid, with the number of cases: {@code duties 12, notes 3}; empty where there is nothing. */
    public static String uncompared(List<Suite.Result> results) {
        Map<String, Integer> counts = new TreeMap<>();
        results.forEach(r -> r.uncompared().forEach(u -> counts.merge(u, 1, Integer::sum)));
        return counts.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
    }

    /** TAP version 14. */
    public static String tap(List<Suite.Result> results, String lang) {
        StringBuilder text = new StringBuilder("TAP version 14\n1.." + results.size() + "\n");
        int number = 0;
        for (Suite.Result result : results) {
            String name = Visible.line(
                            result.tested().file() + " " + result.tested().name())
                    .replace("\\", "\\\\")
                    .replace("#", "\\#");
            text.append(result.passed() ? "ok " : "not ok ")
                    .append(++number)
                    .append(" - ")
                    .append(name)
                    .append('\n');
            if (!result.passed()) {
                text.append("  ---\n  differences:\n");
                told(result, lang)
                        .forEach(d -> text.append("    - |\n      ")
                                .append(Visible.text(d).replace("\n", "\n      "))
                                .append('\n'));
                text.append("  ...\n");
            }
        }
        return text.toString();
    }

    /** A JSON tree: counts, and every case with its differences. */
    public static ObjectNode json(List<Suite.Result> results, String lang) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("passed", results.stream().filter(Suite.Result::passed).count());
        root.put("failed", results.stream().filter(r -> !r.passed()).count());
        ArrayNode cases = root.putArray("cases");
        for (Suite.Result result : results) {
            ObjectNode one = cases.addObject();
            one.put("file", result.tested().file())
                    .put("name", result.tested().name())
                    .put("passed", result.passed());
            ArrayNode differences = one.putArray("differences");
            told(result, lang).forEach(differences::add);
            ArrayNode uncompared = one.putArray("notCompared");
            result.uncompared().forEach(uncompared::add);
        }
        return root;
    }

    private static List<String> told(Suite.Result result, String lang) {
        return result.differences().stream().map(d -> d.in(lang)).toList();
    }
}
