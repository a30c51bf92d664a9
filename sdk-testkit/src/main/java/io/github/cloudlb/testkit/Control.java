package io.github.cloudlb.testkit;

import io.github.cloudlb.testkit.internal.http.Answer;

import java.util.Optional;
import java.util.function.Function;

/**
 * The hand on the server for programs in other languages: what lies below {@code /_testkit/} is not part of the cloud,
 * and not in the journal.
 */
final class Control implements Function<RecordedRequest, Optional<Answer>> {
    private static final String BASE = "/_testkit/";
    private static final String HELP =
            "There are POST reset, POST tempers, POST seed, GET journal and GET state below " + BASE + "\n";

    private final CloudServer<?> server;
    private final Tempers tempers;

    Control(CloudServer<?> server, Tempers tempers) {
        this.server = server;
        this.tempers = tempers;
    }

    @Override
    public Optional<Answer> apply(RecordedRequest request) {
        if (!request.path().startsWith(BASE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(answer(request));
        } catch (IllegalArgumentException | IllegalStateException unfit) {
            return Optional.of(text(400, unfit.getMessage() + "\n"));
        }
    }

    private Answer answer(RecordedRequest request) {
        return switch (request.method() + " " + request.path().substring(BASE.length())) {
            case "POST reset" -> done(server::reset);
            case "POST tempers" -> done(() -> tempers.add(Wish.of(request.body())));
            case "POST seed" -> done(() -> landscapes().seed(request.body()));
            case "GET journal" -> text(200, server.journal().timeline() + "\n");
            case "GET state" -> text(200, landscapes().export());
            default -> text(404, HELP);
        };
    }

    private StatefulServer<?> landscapes() {
        return StatefulServer.of(server);
    }

    private static Answer done(Runnable action) {
        action.run();
        return Answer.of(204);
    }

    private static Answer text(int status, String text) {
        return Answer.of(status, "text/plain; charset=UTF-8", text);
    }
}
