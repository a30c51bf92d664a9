package io.github.cloudlb.testkit.internal.alibaba;

import java.util.Locale;

/** What tells one of the services from the other. */
public enum Product {
    ALB("alb-2020-06-16", "2020-06-16", "Alb", "IdempotentParameterMismatch"),
    NLB("nlb-2022-04-30", "2022-04-30", "Nlb", "IdempotenceSignatureMismatch");

    private final String table;
    private final String version;
    private final String title;
    private final String mismatch;

    Product(String table, String version, String title, String mismatch) {
        this.table = table;
        this.version = version;
        this.title = title;
        this.mismatch = mismatch;
    }

    /** Of the API, as every call names it. */
    public String version() {
        return version;
    }

    /** Of the file that has the table of its operations. */
    String tableName() {
        return table;
    }

    /** As links to the documentation have it. */
    String title() {
        return title;
    }

    /** How the ids of load balancers begin. */
    String prefix() {
        return title.toLowerCase(Locale.ROOT) + "-";
    }

    /** Code for a client token that was sent with other parameters before. */
    String tokenMismatch() {
        return mismatch;
    }
}
