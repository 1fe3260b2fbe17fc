package qiyue.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** The templates, compiled with the program. */
final class Templates {
    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), "qiyue.page");

    private Templates() {}

    static void render(String template, Object model, StringOutput into) {
        ENGINE.render(template, model, into);
    }

    static void render(String template, Map<String, Object> models, StringOutput into) {
        ENGINE.render(template, models, into);
    }

    /** Without signs that no HTML may hold, escaped or not. */
    static String clean(StringOutput page) {
        return page.toString().replaceAll("[\\p{Cntrl}&&[^\n\t]]", "");
    }

    /** A file that comes with the program. */
    static String resource(String name) {
        try (InputStream file = Objects.requireNonNull(Templates.class.getResourceAsStream(name))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
