package io.github.cloudlb.testkit.internal.keystone;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The tokens given out so far, and for how long they hold. */
public final class Tokens {
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    private final InstantSource clock;
    private final Map<String, Token> tokens = new HashMap<>();
    private Duration lifetime = Duration.ofHours(1);
    private @Nullable Instant applicationCredentialEnds;

    public Tokens(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * A token as Keystone describes it.
     *
     * @param cut whether it ends with the application credential it came from
     */
    public record Token(
            String id,
            User user,
            List<String> methods,
            boolean hasProject,
            Instant issued,
            Instant expires,
            boolean cut) {

        /** Whole seconds with a Z; but a token that was cut has microseconds and no zone. */
        String expiresAt() {
            return cut ? MICROSECONDS.format(expires) : MICROSECONDS.format(expires) + "Z";
        }

        String issuedAt() {
            return MICROSECONDS.format(issued) + "Z";
        }
    }

    public synchronized void lifetime(Duration duration) {
        lifetime = duration;
    }

    public synchronized void revokeAll() {
        tokens.clear();
    }

    /** Those of another that still hold are as good as one's own. */
    public synchronized void adopt(Tokens others) {
        tokens.putAll(others.valid());
    }

    private synchronized Map<String, Token> valid() {
        tokens.values().removeIf(token -> !holds(token));
        return Map.copyOf(tokens);
    }

    private boolean holds(Token token) {
        return clock.instant().isBefore(token.expires());
    }

    public synchronized void revoke(String id) {
        tokens.remove(id);
    }

    public synchronized void applicationCredentialEnds(Instant instant) {
        applicationCredentialEnds = instant;
    }

    public synchronized boolean applicationCredentialHolds() {
        return applicationCredentialEnds == null || clock.instant().isBefore(applicationCredentialEnds);
    }

    public synchronized Token issue(User user, List<String> methods, boolean hasProject) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant end = now.plus(lifetime);
        Instant cut = methods.contains("application_credential") ? applicationCredentialEnds : null;
        boolean earlier = cut != null && cut.isBefore(end);
        return keep(new Token(newId(), user, methods, hasProject, now, earlier && cut != null ? cut : end, earlier));
    }

    /** A token got with a token ends when that one does. */
    public synchronized Token renew(Token first, boolean hasProject) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return keep(new Token(
                newId(), first.user(), List.of("password", "token"), hasProject, now, first.expires(), first.cut()));
    }

    public synchronized Optional<Token> find(String id) {
        return Optional.ofNullable(tokens.get(id)).filter(this::holds);
    }

    public boolean isValid(String id) {
        return find(id).isPresent();
    }

    public boolean hasProject(String id) {
        return find(id).filter(Token::hasProject).isPresent();
    }

    public boolean isAdministrators(String id) {
        return find(id).filter(token -> token.user().isAdministrator()).isPresent();
    }

    private Token keep(Token token) {
        tokens.put(token.id(), token);
        return token;
    }

    private static String newId() {
        String random = UUID.randomUUID().toString() + UUID.randomUUID() + UUID.randomUUID() + UUID.randomUUID();
        return "gAAAAAB" + random.replace("-", "_") + random.replace("-", "").substring(0, 30);
    }
}
