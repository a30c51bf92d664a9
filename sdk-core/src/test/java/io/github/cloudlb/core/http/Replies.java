package io.github.cloudlb.core.http;

import io.github.cloudlb.core.http.Stub.Reply;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/** What servers do. */
final class Replies {
    /** Closes a connection that was just made. */
    static final Reply RESET_AT_ONCE = Replies::reset;

    /** Closes a connection when the first byte of a request has come. */
    static final Reply RESET_WITHIN_REQUEST = socket -> reset(socket);

    /** Reads the request and closes the connection. */
    static final Reply RESET_AFTER_REQUEST = socket -> reset(socket);

    /** Never answers. */
    static final Reply HANG = socket -> {
        new CountDownLatch(1).await();
        return false;
    };

    private Replies() {}

    static Reply json(int status, String body, String... headers) {
        return whole(status, body, with(headers, "Content-Type: application/json"));
    }

    static Reply html(int status) {
        return whole(status, "<html><body>Bad Gateway</body></html>", "Content-Type: text/html");
    }

    static Reply error(int status, String code, String... headers) {
        return json(status, "{\"code\":\"" + code + "\",\"message\":\"no luck\",\"request_id\":\"req-7\"}", headers);
    }

    static Reply named(String name) {
        return json(200, "{\"name\":\"" + name + "\"}");
    }

    /** Any status, headers and body, with a right Content-Length. */
    static Reply whole(int status, String body, String... headers) {
        return raw(head(status, body.getBytes(StandardCharsets.UTF_8).length, headers) + body, true);
    }

    /** Says it sends more than it does. */
    static Reply cutShort(String body) {
        return raw(head(200, body.length() + 100) + body, false);
    }

    /** Breaks in the middle of the answer. */
    static Reply resetWithin(String body) {
        return socket -> {
            raw(head(200, body.length() + 100) + body, false).to(socket);
            return reset(socket);
        };
    }

    /** Tells that a request has come, and waits before it is answered. */
    static Reply holding(CountDownLatch came, CountDownLatch go, Reply then) {
        return socket -> {
            came.countDown();
            go.await();
            return then.to(socket);
        };
    }

    private static Reply raw(String text, boolean stays) {
        return socket -> {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return stays;
        };
    }

    private static boolean reset(Socket socket) throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
        return false;
    }

    private static String head(int status, int length, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Reason\r\nContent-Length: " + length + "\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    private static String[] with(String[] headers, String one) {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = one;
        return all;
    }
}
