package qiyue.shape;

/** A record that may have declared fields beside those of its class. */
public interface Shaped {
    /** What is declared, and its values. */
    Own own();
}
