package qiyue.api;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import qiyue.problem.Text;
import qiyue.serve.Answer;
import qiyue.serve.Refusal;
import qiyue.serve.Refused;
import qiyue.serve.Request;
import qiyue.serve.Table;

/**
 * One thing that can be asked. The routes and the OpenAPI document are made of the same list of these.
 *
 * @param name of the operation, in camel case
 * @param method in capitals
 * @param path names in braces stand for parts
 * @param summary what for
 * @param parameters names of the address with what they mean; those of the path are the ones in braces
 * @param takes by type of content, the name of its schema; empty where there is no body
 * @param gives by type of content, the name of its schema
 * @param refusals what may come instead, beside what every request may get
 * @param open whether it needs no token
 */
record Endpoint(
        String name,
        String method,
        String path,
        Text summary,
        Map<String, Text> parameters,
        Map<String, String> takes,
        Map<String, String> gives,
        List<Refusal> refusals,
        boolean open,
        Table.Handler handler) {
    /** Chooses the language of refusals, of whatever is asked. */
    static final String LANG = "lang";

    Table.Route route() {
        if (open) {
            return new Table.Route(method, path, handler);
        }
        Set<String> known = new TreeSet<>(parameters.keySet());
        known.removeIf(this::inPath);
        known.add(LANG);
        return new Table.Route(method, path, request -> answer(request, known));
    }

    /** Whether that parameter is a part of the path. */
    boolean inPath(String name) {
        return path.contains("{" + name + "}");
    }

    /** A name that is none would go unheard: who asks for pseudonyms and misspells it must not be sent names. */
    private Answer answer(Request request, Set<String> known) throws Refused {
        for (String name : request.asked()) {
            if (!known.contains(name)) {
                String taken = String.join(", ", known);
                throw Refused.because(
                        Refusal.BAD_REQUEST,
                        "没有参数 " + name + "；可用 " + taken,
                        "no parameter " + name + "; one of: " + taken);
            }
        }
        return handler.answer(request);
    }
}
