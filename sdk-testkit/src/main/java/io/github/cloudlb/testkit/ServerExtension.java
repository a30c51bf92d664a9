package io.github.cloudlb.testkit;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;

import java.util.concurrent.atomic.AtomicInteger;

/** The life of a server in JUnit: as new for each test, closed after the last. */
abstract class ServerExtension
        implements AutoCloseable,
                BeforeAllCallback,
                TestInstancePreConstructCallback,
                BeforeEachCallback,
                AfterEachCallback,
                AfterAllCallback,
                TestExecutionExceptionHandler {
    private volatile @Nullable Class<?> test;
    private final AtomicInteger classes = new AtomicInteger();
    private volatile boolean fresh = true;

    /** Makes it as new. */
    public abstract void reset();

    /** Goes on where it was, if it was closed. */
    abstract void open();

    @Override
    public abstract void close();

    abstract String timeline();

    /** The class of the test that runs, if one does. */
    @Nullable
    Class<?> test() {
        return test;
    }

    /** A class that inherits the server may find it closed by another that does. */
    @Override
    public void beforeAll(ExtensionContext context) {
        if (classes.getAndIncrement() == 0) {
            open();
        }
    }

    /** A test finds the server as new, and may build its landscape in its fields already. */
    @Override
    public void preConstructTestInstance(TestInstanceFactoryContext instance, ExtensionContext context) {
        test = instance.getTestClass();
        if (instance.getOuterInstance().isEmpty()) {
            reset();
            fresh = true;
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        test = context.getRequiredTestClass();
        if (!fresh) {
            reset();
        }
        fresh = false;
    }

    /** A failed test tells what happened at the server. */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        failure.addSuppressed(new Timeline(getClass().getSimpleName(), timeline()));
        throw failure;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (classes.get() == 0) {
            close();
        }
    }

    /** A nested class, which has a life of its own, ends before the one around it. */
    @Override
    public void afterAll(ExtensionContext context) {
        if (classes.decrementAndGet() == 0) {
            close();
        }
    }

    /** Carries a timeline into the report of a failed test. */
    private static final class Timeline extends Exception {
        private static final long serialVersionUID = 1;

        Timeline(String server, String timeline) {
            super("What happened at " + server + ":\n" + timeline, null, false, false);
        }
    }
}
