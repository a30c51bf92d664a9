package io.github.cloudlb.testkit.internal.octavia;

import io.github.cloudlb.testkit.OctaviaServer;
import io.github.cloudlb.testkit.RecordedRequest;
import io.github.cloudlb.testkit.internal.http.Answer;
import io.github.cloudlb.testkit.internal.http.Json;
import io.github.cloudlb.testkit.internal.http.Refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What can be asked about {@link Quotas}. */
final class QuotaCalls {
    private static final Form LIMITS = Shape.change("quota");

    private final Quotas quotas;

    QuotaCalls(Quotas quotas) {
        this.quotas = quotas;
    }

    /**
     * Answers one call.
     *
     * @param path below {@code /quotas}
     */
    Answer answer(List<String> path, boolean administrator, RecordedRequest request) {
        if (path.isEmpty()) {
            return list(administrator, request);
        }
        String project = path.get(0);
        boolean looking = request.method().equals("GET");
        boolean own = project.equals(OctaviaServer.PROJECT_ID);
        if (!administrator && !(looking && own)) {
            throw new Refusal(OctaviaErrors.forbidden());
        }
        return switch (request.method()) {
            case "GET" -> {
                boolean defaults = path.size() > 1 && path.get(1).equals("default");
                yield quota(200, defaults ? "" : project);
            }
            case "PUT" -> {
                quotas.set(project, Body.of(request, "quotas", "quota", LIMITS));
                yield quota(202, project);
            }
            case "DELETE" -> reset(project);
            default -> throw new Refusal(OctaviaErrors.notAllowed(request));
        };
    }

    private Answer list(boolean administrator, RecordedRequest request) {
        if (!request.method().equals("GET")) {
            throw new Refusal(OctaviaErrors.badRequest("Missing argument: \"project_id\""));
        }
        List<String> wanted = request.parameters().getOrDefault("project_id", List.of());
        if (!administrator && !wanted.isEmpty() && !wanted.contains(OctaviaServer.PROJECT_ID)) {
            throw new Refusal(OctaviaErrors.forbidden());
        }
        List<Object> rows = new ArrayList<>();
        for (String project : quotas.projects()) {
            boolean shown = wanted.isEmpty() ? administrator : wanted.contains(project);
            if (shown || (wanted.isEmpty() && project.equals(OctaviaServer.PROJECT_ID))) {
                rows.add(quotas.row(project));
            }
        }
        return Answer.json(200, Json.object("quotas", rows, "quotas_links", List.of()));
    }

    private Answer reset(String project) {
        if (!quotas.has(project)) {
            throw new Refusal(OctaviaErrors.client(404, "Quotas " + project + " not found."));
        }
        Map<String, Object> limits = quotas.setIn(project);
        limits.replaceAll((name, limit) -> null);
        quotas.set(project, limits);
        return Answer.of(202);
    }

    private Answer quota(int status, String project) {
        return Answer.json(status, Json.object("quota", quotas.all(project)));
    }
}
