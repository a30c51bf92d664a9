package io.github.cloudlb.core.http;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ServerSocketFactory;

/** A server on a socket of its own that does as its script says, down to the last byte. The last reply is repeated. */
final class Stub implements AutoCloseable {
    private static final int KEPT = 1000;

    private final ServerSocket listening;
    private final List<Reply> script;
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private int next;

    private Stub(ServerSocket listening, List<Reply> script) {
        this.listening = listening;
        this.script = script;
    }

    static Stub replying(Reply... script) {
        return replying(ServerSocketFactory.getDefault(), script);
    }

    static Stub replying(ServerSocketFactory sockets, Reply... script) {
        try {
            Stub stub = new Stub(sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress()), List.of(script));
            stub.daemon(stub::accept);
            return stub;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port());
    }

    int port() {
        return listening.getLocalPort();
    }

    /** The requests read so far, up to the thousandth. */
    List<Seen> seen() {
        return seen;
    }

    int connections() {
        return connections.get();
    }

    private void daemon(Runnable work) {
        Thread thread = new Thread(work, "stub");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                connections.incrementAndGet();
                open.add(socket);
                daemon(() -> talk(socket));
            }
        } catch (IOException closed) {
            // The end of the test.
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            boolean early = reply(false) == Replies.RESET_AT_ONCE;
            if (early || reply(false) == Replies.RESET_WITHIN_REQUEST && in.read() >= 0) {
                reply(true).to(socket);
                return;
            }
            for (Seen request = read(in); request != null; request = read(in)) {
                if (seen.size() < KEPT) {
                    seen.add(request);
                }
                if (!reply(true).to(socket)) {
                    return;
                }
            }
        } catch (IOException | InterruptedException broken) {
            // What breaks here is for the client to notice.
        } finally {
            open.remove(socket);
        }
    }

    private synchronized Reply reply(boolean taken) {
        Reply reply = script.get(Math.min(next, script.size() - 1));
        next += taken ? 1 : 0;
        return reply;
    }

    private static @Nullable Seen read(InputStream in) throws IOException {
        String first = line(in);
        if (first.isEmpty()) {
            return null;
        }
        List<String> headers = new ArrayList<>();
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            headers.add(header);
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        return new Seen(first, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append(c == '\r' ? "" : (char) c);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    /** A request as it came. */
    record Seen(String line, List<String> headers, String body) {
        /** Method and target, without the protocol. */
        String asked() {
            return line.substring(0, line.lastIndexOf(' '));
        }
    }

    /** What is done about a request; true if the connection stays. */
    interface Reply {
        boolean to(Socket socket) throws IOException, InterruptedException;
    }
}
