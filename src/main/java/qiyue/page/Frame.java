package qiyue.page;

import java.util.List;

/**
 * What surrounds a page.
 *
 * @param up leads to the folder of the language
 * @param trail the pages above it
 * @param others the same page in other languages
 */
record Frame(Words words, String path, String title, String up, List<Link> trail, List<Link> others) {

    /** The frame of the page at that path below the folder of its language. */
    static Frame of(Words words, String path, String title, Link... trail) {
        String up = "../".repeat((int) path.chars().filter(c -> c == '/').count());
        List<Link> others = words.languages().stream()
                .filter(l -> !l.equals(words.lang()))
                .map(l -> new Link(up + "../" + l + "/" + path, Words.language(l)))
                .toList();
        return new Frame(words, path, title, up, List.of(trail), others);
    }

    String htmlLang() {
        return words.lang().equals("en") ? "en" : "zh-CN";
    }

    String t(String zh, String en) {
        return words.t(zh, en);
    }
}
