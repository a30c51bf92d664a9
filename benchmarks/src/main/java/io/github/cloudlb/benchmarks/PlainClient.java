package io.github.cloudlb.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;

/** The least client there can be: one connection that stays, and answers with a Content-Length. */
final class PlainClient implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final String headers;

    /**
     * @param headers as they go over the wire, each with its end of line
     */
    PlainClient(int port, String headers) throws IOException {
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
        this.headers = "Host: 127.0.0.1\r\nAccept: application/json\r\n" + headers + "\r\n";
    }

    int status(String method, String path) throws IOException {
        return answer(method, path, "").status();
    }

    /** A whole answer; of the headers only the one that is named as wanted, or "". */
    Answer answer(String method, String path, String body) throws IOException {
        return answer(method, path, "", body);
    }

    /**
     * Likewise.
     *
     * @param more headers of this request alone, each with its end of line
     */
    Answer answer(String method, String path, String more, String body) throws IOException {
        String length =
                body.isEmpty() ? "" : "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n";
        socket.getOutputStream()
                .write((method + " " + path + " HTTP/1.1\r\n" + length + more + headers + body).getBytes(US_ASCII));
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int bytes = 0;
        String token = "";
        for (String header = line(); !header.isEmpty(); header = line()) {
            int colon = header.indexOf(':');
            String name = header.substring(0, colon);
            if (name.equalsIgnoreCase("Content-Length")) {
                bytes = Integer.parseInt(header.substring(colon + 1).strip());
            } else if (name.equalsIgnoreCase("X-Subject-Token")) {
                token = header.substring(colon + 1).strip();
            }
        }
        return new Answer(status, token, new String(in.readNBytes(bytes), ISO_8859_1));
    }

    record Answer(int status, String token, String body) {}

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
