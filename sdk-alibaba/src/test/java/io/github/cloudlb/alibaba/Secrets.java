package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.MalformedAnswerException;
import io.github.cloudlb.core.ServiceException;

import java.io.PrintWriter;
import java.io.StringWriter;

/** All that a failure tells, wherever it keeps it. */
final class Secrets {
    private Secrets() {}

    static String allOf(Throwable failure) {
        StringWriter all = new StringWriter();
        PrintWriter out = new PrintWriter(all);
        failure.printStackTrace(out);
        for (Throwable one = failure; one != null; one = one.getCause()) {
            out.println(one);
            if (one instanceof ServiceException answered) {
                out.println(answered.rawText() + answered.text());
            }
            if (one instanceof MalformedAnswerException unreadable) {
                out.println(unreadable.rawText());
            }
        }
        return all.toString();
    }
}
