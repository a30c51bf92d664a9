package io.github.cloudlb.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** HTTP/1.1 with keep-alive and three answers, in a process of its own so that its time is not counted. Ends with its input. */
final class LoopbackServer {
    private static final byte[] REMOVED =
            "HTTP/1.1 204 No Content\r\nx-openstack-request-id: req-1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SHOWN = answer(Texts.oneMember());
    private static final byte[] ACCEPTED = answer(Texts.ACCEPTED);

    private LoopbackServer() {}

    public static void main(String[] args) throws IOException {
        ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread accepting = new Thread(() -> accept(listening), "accepting");
        accepting.setDaemon(true);
        accepting.start();
        System.out.println(listening.getLocalPort());
        while (System.in.read() >= 0) {
            // Nothing is said to it but that it is over.
        }
    }

    private static byte[] answer(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nx-openstack-request-id: req-1\r\nContent-Length: "
                        + bytes.length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void accept(ServerSocket listening) {
        while (true) {
            try {
                Socket socket = listening.accept();
                socket.setTcpNoDelay(true);
                Thread serving = new Thread(() -> serve(socket), "serving");
                serving.setDaemon(true);
                serving.start();
            } catch (IOException over) {
                return;
            }
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
            OutputStream out = socket.getOutputStream();
            String line = line(in);
            while (!line.isEmpty()) {
                byte[] answer = line.startsWith("DELETE") ? REMOVED : line.startsWith("GET") ? SHOWN : ACCEPTED;
                int body = 0;
                for (line = line(in); !line.isEmpty(); line = line(in)) {
                    if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                        body = Integer.parseInt(line.substring(15).strip());
                    }
                }
                in.skipNBytes(body);
                out.write(answer);
                line = line(in);
            }
        } catch (IOException gone) {
            // The client is done with it.
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(128);
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
