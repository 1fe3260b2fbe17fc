/** The floor of a cold start: a JVM that prints one line. */
final class Floor {
    private Floor() {}

    public static void main(String[] args) {
        System.out.println("line");
    }
}
