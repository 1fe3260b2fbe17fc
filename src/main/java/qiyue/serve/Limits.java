package qiyue.serve;

import java.time.Duration;

/**
 * How much is taken, and for how long.
 *
 * @param body bytes of a body, and of one line of a stream
 * @param headers signs of all headers together
 * @param atOnce requests under way at once
 * @param threads connections that are read from or written to at once
 * @param toBegin how long a client may take to send its headers; less when others wait for its thread
 * @param toSend how long a client may take to send its body, or a line of a stream
 * @param toRead how long a client may take to read the next part of an answer
 * @param toAnswer how long an answer may take to be worked out
 * @param toStop how long requests under way have when the program is to stop
 */
public record Limits(
        int body,
        int headers,
        int atOnce,
        int threads,
        Duration toBegin,
        Duration toSend,
        Duration toRead,
        Duration toAnswer,
        Duration toStop) {

    /** What serves well on two cores. */
    public static final Limits USUAL = new Limits(
            16 << 20,
            16 << 10,
            64,
            256,
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            Duration.ofSeconds(20));
}
