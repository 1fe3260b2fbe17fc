package qiyue.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a class file names: its constant pool and its head, read without loading the class. */
final class ClassPool {
    private static final int MAGIC = 0xCAFEBABE;

    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_HANDLE = 15;
    private static final int METHOD_TYPE = 16;
    private static final int DYNAMIC = 17;
    private static final int INVOKE_DYNAMIC = 18;

    /** A field or method that the class uses; names of classes with dots. */
    record Member(String owner, String name) {}

    private record Entry(int tag, int first, int second, String text) {}

    private final List<Optional<Entry>> entries = new ArrayList<>();
    private final String name;
    private final List<String> parents = new ArrayList<>();

    /**
     * Reads a class file.
     *
     * @throws IllegalArgumentException if it is none
     */
    ClassPool(byte[] file) {
        try {
            ByteBuffer in = ByteBuffer.wrap(file);
            if (in.getInt() != MAGIC) {
                throw new IllegalArgumentException("no class file");
            }
            in.getInt();
            int count = in.getShort() & 0xFFFF;
            entries.add(Optional.empty());
            while (entries.size() < count) {
                read(in);
            }
            in.getShort();
            name = className(in.getShort() & 0xFFFF);
            parents.add(className(in.getShort() & 0xFFFF));
            int interfaces = in.getShort() & 0xFFFF;
            for (int i = 0; i < interfaces; i++) {
                parents.add(className(in.getShort() & 0xFFFF));
            }
        } catch (java.nio.BufferUnderflowException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException("no whole class file", e);
        }
    }

    private void read(ByteBuffer in) {
        int tag = in.get() & 0xFF;
        switch (tag) {
            case UTF8 -> {
                byte[] text = new byte[in.getShort() & 0xFFFF];
                in.get(text);
                // modified UTF-8 differs only in signs that no name we allow has
                add(new Entry(tag, 0, 0, new String(text, StandardCharsets.UTF_8)));
            }
            case 3, 4 -> {
                in.getInt();
                add(new Entry(tag, 0, 0, ""));
            }
            case 5, 6 -> {
                in.getLong();
                add(new Entry(tag, 0, 0, ""));
                entries.add(Optional.empty());
            }
            case CLASS, STRING, METHOD_TYPE, 19, 20 -> add(new Entry(tag, in.getShort() & 0xFFFF, 0, ""));
            case 9, 10, 11, NAME_AND_TYPE, DYNAMIC, INVOKE_DYNAMIC ->
                add(new Entry(tag, in.getShort() & 0xFFFF, in.getShort() & 0xFFFF, ""));
            case METHOD_HANDLE -> add(new Entry(tag, in.get() & 0xFF, in.getShort() & 0xFFFF, ""));
            default -> throw new IllegalArgumentException("unknown constant " + tag);
        }
    }

    private void add(Entry entry) {
        entries.add(Optional.of(entry));
    }

    private Entry entry(int index) {
        return entries.get(index).orElseThrow(() -> new IllegalArgumentException("no constant " + index));
    }

    private String className(int index) {
        return entry(entry(index).first()).text().replace('/', '.');
    }

    /** The name of the class. */
    String name() {
        return name;
    }

    /** What it extends and implements. */
    List<String> parents() {
        return List.copyOf(parents);
    }

    /** The classes it names, the element classes of arrays among them. */
    List<String> classes() {
        List<String> classes = new ArrayList<>();
        for (int i = 1; i < entries.size(); i++) {
            if (entries.get(i).filter(e -> e.tag() == CLASS).isPresent()) {
                String named = className(i);
                if (named.startsWith("[")) {
                    classes.addAll(described(named));
                } else {
                    classes.add(named);
                }
            }
        }
        return classes;
    }

    /** The classes in the descriptors of what it uses. */
    List<String> described() {
        List<String> classes = new ArrayList<>();
        for (Optional<Entry> one : entries) {
            one.filter(e -> e.tag() == NAME_AND_TYPE)
                    .ifPresent(e -> classes.addAll(described(entry(e.second()).text())));
            one.filter(e -> e.tag() == METHOD_TYPE)
                    .ifPresent(e -> classes.addAll(described(entry(e.first()).text())));
        }
        return classes;
    }

    private static List<String> described(String descriptor) {
        List<String> classes = new ArrayList<>();
        int at = 0;
        while (at < descriptor.length()) {
            if (descriptor.charAt(at) == 'L') {
                int end = descriptor.indexOf(';', at);
                if (end < 0) {
                    throw new IllegalArgumentException("no descriptor");
                }
                classes.add(descriptor.substring(at + 1, end).replace('/', '.'));
                at = end;
            }
            at++;
        }
        return classes;
    }

    /** The fields and methods it uses, by call or by handle. */
    List<Member> members() {
        List<Member> members = new ArrayList<>();
        for (Optional<Entry> one : entries) {
            one.filter(e -> e.tag() >= 9 && e.tag() <= 11)
                    .ifPresent(e -> members.add(new Member(
                            className(e.first()),
                            entry(entry(e.second()).first()).text())));
        }
        return members;
    }

    /** Whether a constant of it is computed by a method when it is first asked for. */
    boolean computesConstants() {
        return entries.stream().anyMatch(e -> e.isPresent() && e.get().tag() == DYNAMIC);
    }
}
