package qiyue.serve;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A connection to a server on which a test may say what it likes, as slowly as it likes. */
public final class Wire implements AutoCloseable {
    private final Socket socket;
    private final int port;
    private final InputStream in;

    /** Connects. */
    public Wire(int port) throws IOException {
        this.port = port;
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends a text as it is, but for {@code PORT} and line ends. */
    public Wire say(String text) throws IOException {
        socket.getOutputStream()
                .write(text.replace("\n", "\r\n")
                        .replace("PORT", Integer.toString(port))
                        .getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return this;
    }

    /** Sends bytes. */
    public Wire say(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
        return this;
    }

    /** Says nothing more. */
    public Wire done() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    /** All that comes until the other side closes. */
    public String all() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            for (int b = in.read(); b >= 0; b = in.read()) {
                all.write(b);
            }
        } catch (SocketTimeoutException e) {
            all.write(" (still open)".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // reset: what came before counts
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    /** What comes until this has come. */
    public String until(String end) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (!all.toString(StandardCharsets.UTF_8).endsWith(end)) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("closed after: " + all.toString(StandardCharsets.UTF_8));
            }
            all.write(b);
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
