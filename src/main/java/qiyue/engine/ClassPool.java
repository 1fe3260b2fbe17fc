package qiyue.engine;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a class file names: its constant pool and its head, read without loading the class. Names are those of the class file,
 * with slashes. Every class of compiled rules is read so at each start: no lambdas here.
 */
final class ClassPool {
    private static final int MAGIC = 0xCAFEBABE;

    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int FIELD = 9;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_HANDLE = 15;
    private static final int METHOD_TYPE = 16;
    private static final int DYNAMIC = 17;
    private static final int INVOKE_DYNAMIC = 18;

    /** A field or method that the class uses. */
    record Member(String owner, String name) {}

    private final byte[] file;
    private final int[] tags;
    /** Two numbers a constant: the constants it is made of, or place and length of a text. */
    private final int[] parts;

    private final @Nullable String[] texts;
    private final String name;
    private final List<String> parents = new ArrayList<>();

    /**
     * Reads a class file.
     *
     * @throws IllegalArgumentException if it is none
     */
    ClassPool(byte[] file) {
        this.file = file;
        try {
            ByteBuffer in = ByteBuffer.wrap(file);
            if (in.getInt() != MAGIC) {
                throw new IllegalArgumentException("no class file");
            }
            in.getInt();
            int count = in.getShort() & 0xFFFF;
            this.tags = new int[count];
            this.parts = new int[2 * count];
            this.texts = new String[count];
            for (int i = 1; i < count; i++) {
                // numbers of eight bytes count as two constants
                i += read(in, i);
            }
            in.getShort();
            name = className(in.getShort() & 0xFFFF);
            parents.add(className(in.getShort() & 0xFFFF));
            int interfaces = in.getShort() & 0xFFFF;
            for (int i = 0; i < interfaces; i++) {
                parents.add(className(in.getShort() & 0xFFFF));
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("no whole class file", e);
        }
    }

    /** Reads a constant; the answer is how many of those that follow it takes too. */
    private int read(ByteBuffer in, int at) {
        int tag = in.get() & 0xFF;
        tags[at] = tag;
        switch (tag) {
            case UTF8 -> {
                int length = in.getShort() & 0xFFFF;
                parts[2 * at] = in.position();
                parts[2 * at + 1] = length;
                in.position(in.position() + checked(in, length));
            }
            case 3, 4 -> in.getInt();
            case 5, 6 -> {
                in.getLong();
                return 1;
            }
            case CLASS, STRING, METHOD_TYPE, 19, 20 -> parts[2 * at] = in.getShort() & 0xFFFF;
            case FIELD, 10, INTERFACE_METHOD, NAME_AND_TYPE, DYNAMIC, INVOKE_DYNAMIC -> {
                parts[2 * at] = in.getShort() & 0xFFFF;
                parts[2 * at + 1] = in.getShort() & 0xFFFF;
            }
            case METHOD_HANDLE -> {
                // what it handles is a member of the pool and read there
                in.get();
                in.getShort();
            }
            default -> throw new IllegalArgumentException("unknown constant " + tag);
        }
        return 0;
    }

    private static int checked(ByteBuffer in, int length) {
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        return length;
    }

    private String text(int at) {
        if (at >= tags.length || tags[at] != UTF8) {
            throw new IllegalArgumentException("no text " + at);
        }
        String text = texts[at];
        if (text == null) {
            // modified UTF-8 differs only in signs that no name we allow has
            text = new String(file, parts[2 * at], parts[2 * at + 1], StandardCharsets.UTF_8);
            texts[at] = text;
        }
        return text;
    }

    private int first(int at, int tag) {
        if (at >= tags.length || tags[at] != tag) {
            throw new IllegalArgumentException("no constant " + at);
        }
        return parts[2 * at];
    }

    private String className(int at) {
        return text(first(at, CLASS));
    }

    /** The name of the class. */
    String name() {
        return name;
    }

    /** What it extends and implements. */
    List<String> parents() {
        return List.copyOf(parents);
    }

    /** The classes it names, by themselves, as elements of arrays, and in the descriptors of what it uses. */
    List<String> classes() {
        List<String> classes = new ArrayList<>();
        for (int i = 1; i < tags.length; i++) {
            switch (tags[i]) {
                case CLASS -> {
                    String named = className(i);
                    if (named.startsWith("[")) {
                        described(named, classes);
                    } else {
                        classes.add(named);
                    }
                }
                case NAME_AND_TYPE -> described(text(parts[2 * i + 1]), classes);
                case METHOD_TYPE -> described(text(parts[2 * i]), classes);
                default -> {}
            }
        }
        return classes;
    }

    private static void described(String descriptor, List<String> classes) {
        int at = descriptor.indexOf('L');
        while (at >= 0) {
            int end = descriptor.indexOf(';', at);
            if (end < 0) {
                throw new IllegalArgumentException("no descriptor");
            }
            classes.add(descriptor.substring(at + 1, end));
            at = descriptor.indexOf('L', end);
        }
    }

    /** The fields and methods it uses, by call or by handle. */
    List<Member> members() {
        List<Member> members = new ArrayList<>();
        for (int i = 1; i < tags.length; i++) {
            if (tags[i] >= FIELD && tags[i] <= INTERFACE_METHOD) {
                members.add(new Member(className(parts[2 * i]), text(first(parts[2 * i + 1], NAME_AND_TYPE))));
            }
        }
        return members;
    }

    /** Whether a constant of it is computed by a method when it is first asked for. */
    boolean computesConstants() {
        for (int tag : tags) {
            if (tag == DYNAMIC) {
                return true;
            }
        }
        return false;
    }
}
