package io.github.cloudlb.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.common.FatalStartupException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/**
 * A cloud of the test kit as a program of its own, in real time, for clients in other languages. What it prints can be
 * sourced by a shell, and is complete once the last line, {@code export CLOUDLB_TESTKIT_URI=...}, is there.
 */
@Command(
        name = "cloudlb-testkit",
        description = {
            "A cloud with state on the loopback interface, in real time, until it is ended by a signal.",
            "What it prints can be sourced by a shell; the line of CLOUDLB_TESTKIT_URI is the last.",
            "Below /_testkit/ of that address: POST reset, tempers, seed; GET journal, state."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false)
final class Main implements Callable<Integer> {
    @Option(names = "--cloud", required = true, description = "One of ${COMPLETION-CANDIDATES}.")
    private Cloud cloud = Cloud.OCTAVIA;

    @Option(names = "--port", defaultValue = "0", description = "0, the default, for any that is free.")
    private int port;

    @Option(names = "--seed", paramLabel = "FILE", description = "A landscape in YAML that is there from the start.")
    private @Nullable Path seed;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private @Nullable CloudServer<?> server;

    Main() {}

    /** Ends with 2 if the arguments are wrong; else when a signal comes, for the threads of the server go on. */
    public static void main(String[] args) {
        Main main = new Main();
        int code = main.run(new PrintWriter(System.out, true, UTF_8), new PrintWriter(System.err, true, UTF_8), args);
        if (code != 0) {
            System.exit(code);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(main::close));
    }

    int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(this)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err)
                .execute(args);
    }

    @Override
    public Integer call() {
        if (port < 0 || port > 65_535) {
            throw invalid("--port", port + " is not 0 to 65535");
        }
        Hosted hosted = start();
        server = hosted.server();
        plantSeed(hosted.server());
        tell(spec.commandLine().getOut(), hosted);
        return 0;
    }

    void close() {
        if (server != null) {
            server.close();
        }
    }

    private void tell(PrintWriter out, Hosted hosted) {
        out.println("# " + cloud + " at " + hosted.uri());
        hosted.environment().forEach((name, value) -> out.println("export " + name + "='" + value + "'"));
        out.println("export CLOUDLB_TESTKIT_URI='" + hosted.uri() + "'");
        out.flush();
    }

    private Hosted start() {
        try {
            return cloud.start(port);
        } catch (FatalStartupException taken) {
            throw invalid("--port", "cannot listen on " + port + ": " + root(taken));
        }
    }

    private void plantSeed(CloudServer<?> started) {
        try {
            if (seed != null) {
                StatefulServer.of(started).seed(Files.readString(seed));
            }
        } catch (IOException | IllegalArgumentException bad) {
            close();
            throw invalid("--seed", seed + ": " + why(bad));
        }
    }

    /** Two exceptions have no words of their own. */
    private static String why(Exception bad) {
        if (bad instanceof NoSuchFileException) {
            return "there is no such file";
        }
        return bad instanceof CharacterCodingException ? "it is not in UTF-8" : String.valueOf(bad.getMessage());
    }

    private ParameterException invalid(String option, String why) {
        return new ParameterException(spec.commandLine(), "Invalid value for option '" + option + "': " + why);
    }

    private static String root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    /** From the manifest of the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"cloudlb-testkit " + (version == null ? "(not packaged)" : version)};
        }
    }
}
