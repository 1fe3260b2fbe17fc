package qiyue.report;

import qiyue.rulebook.Vocabulary;

/** What goes on until an event and not a day, in words: the same of measures and of steps, wherever they are shown. */
public final class Until {
    private Until() {}

    /**
     * Until that event.
     *
     * @param event its code in the vocabulary
     */
    public static String event(String event, Vocabulary vocabulary, String lang) {
        return (lang.equals("en") ? "until " : "直至") + vocabulary.label("events", event, lang);
    }
}
