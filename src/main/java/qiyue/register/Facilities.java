package qiyue.register;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import qiyue.problem.Problems;
import qiyue.problem.Suggest;
import qiyue.problem.Text;

/** Which facility of the register a document is about: the one of its code. A name alone is never enough, however alike. */
final class Facilities {
    private static final int SHOWN = 5;

    private final Map<String, List<String>> known;

    Facilities(Map<String, List<String>> known) {
        this.known = known;
    }

    /**
     * The code of the facility; throws where only people can say which one it is.
     *
     * @param answered what the user says it is; that holds
     * @param place what the document is called
     */
    String code(JsonNode document, Optional<String> answered, String place) throws Problems {
        if (answered.isPresent()) {
            return answered.get();
        }
        String code = document.path("facility").path("code").asText("").strip();
        String name = document.path("facility").path("name").asText("");
        if (!code.isEmpty() && known.containsKey(code)) {
            return code;
        }
        String alike = candidates(name, code.isEmpty());
        if (code.isEmpty()) {
            throw Problems.one(
                    "facility-code",
                    place,
                    new Text(
                            "文书没有写机构代码，登记簿只按代码认机构" + (alike.isEmpty() ? "" : "；名称相近的有：" + alike),
                            "the document states no code of the facility (facility.code), and the register knows facilities by nothing else"
                                    + (alike.isEmpty() ? "" : "; names alike: " + alike)),
                    new Text(
                            "写上机构代码（检查表的“机构代码”一行；JSON 中 facility 的 code），或用 --facility 代码 指明是哪一家",
                            "write \"code\": \"…\" in facility, or say with --facility CODE which one it is"));
        }
        if (!alike.isEmpty()) {
            throw Problems.one(
                    "facility-code",
                    place,
                    new Text(
                            "登记簿中没有代码 " + code + "，但有同名的机构：" + alike,
                            "the register has no facility of the code " + code + ", but one of the same name: "
                                    + alike),
                    new Text(
                            "代码写错的，改正；同一家换了代码的，用 --facility 写登记簿中的代码；确是另一家的，用 --facility " + code,
                            "mend the code; if the same one got a new code, give the one of the register with --facility; if it is another, say --facility "
                                    + code));
        }
        return code;
    }

    /** Those of the same name; where no code is given, those of a name that is alike, too. */
    private String candidates(String name, boolean near) {
        return known.entrySet().stream()
                .filter(k -> k.getValue().stream()
                        .anyMatch(n -> plain(n).equals(plain(name)) || (near && Suggest.shares(plain(name), plain(n)))))
                .limit(SHOWN)
                .map(k -> k.getKey() + "（" + String.join("、", k.getValue()) + "）")
                .collect(Collectors.joining("、"));
    }

    /** Full width or half, with blanks or without: one name. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }
}
