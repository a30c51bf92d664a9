package io.github.cloudlb.testkit.agreement;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;

/** What an administrator sets up for all: each behaviour makes its own, and leaves none. */
abstract class SettingBehaviours extends Behaviours {
    private final Deque<String> made = new ArrayDeque<>();
    Caller admin = Caller.of("");

    SettingBehaviours(Cloud cloud) {
        super(cloud);
    }

    @BeforeAll
    final void logInAsAdministrator() {
        admin = as(cloud.administrator());
    }

    @AfterEach
    final void leaveNothing() {
        made.forEach(path -> admin.delete(path));
        made.clear();
    }

    static String newName() {
        return "setting-" + UUID.randomUUID();
    }

    /** What is deleted when the behaviour has been seen; the last first. */
    final void made(String path) {
        made.push(path);
    }

    /** The id of a new one, which will be deleted. */
    final String make(String collection, String body) {
        Said said = admin.post(collection, body);
        if (said.status() != 201) {
            throw new AssertionError(said.told());
        }
        made(collection + "/" + said.id());
        return said.id();
    }
}
