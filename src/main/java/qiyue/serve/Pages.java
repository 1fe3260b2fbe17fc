package qiyue.serve;

import java.util.Optional;

/** Something that answers some of the requests. Those who may not ask, ask too much or too slowly never get this far. */
public interface Pages {
    /** The answer; empty if the path is none of these. A {@link Refused} is answered as what it says. */
    Optional<Answer> answer(Request request) throws Refused;
}
