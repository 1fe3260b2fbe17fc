package qiyue.serve;

import java.util.concurrent.atomic.AtomicInteger;
import qiyue.Qiyue;
import qiyue.problem.Problems;

/** The rules in use, which may be read again while requests are answered: each goes on with those it began with. */
public final class Rules {
    /** Reads the rules folder. */
    public interface Opening {
        /** The rules as they are now. */
        Qiyue open() throws Problems;
    }

    private final Opening opening;
    private volatile Qiyue now;
    private final AtomicInteger times = new AtomicInteger(1);

    /** The rules opened for the first time. */
    public Rules(Opening opening) throws Problems {
        this.opening = opening;
        this.now = opening.open();
    }

    /** The rules in use; to be asked for once a request. */
    public Qiyue now() {
        return now;
    }

    /** How often they were read. */
    public int times() {
        return times.get();
    }

    /** Reads them again and compiles them; those in use stay in use until then, and if they are not sound. */
    public synchronized void again() throws Problems {
        Qiyue fresh = opening.open();
        fresh.warm();
        now = fresh;
        times.incrementAndGet();
    }
}
