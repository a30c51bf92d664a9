package io.github.cloudlb.openstack;

/** What a surprise is about, in the order of the page. */
public enum Area {
    KEYSTONE("Logging in"),
    TOKENS("Tokens and 401"),
    RIGHTS("Rights and 403"),
    ERRORS("Shapes of errors"),
    MEMBERS("Members"),
    BATCH("Many members at once"),
    LOCKS("Locks and 409"),
    MISSING("What is not there, 404"),
    REFUSED("What is refused, 400"),
    NULLS("null and absent"),
    LISTS("Lists"),
    QUOTAS("Quotas"),
    LOAD_BALANCERS("Load balancers"),
    OTHERS("Listeners, pools, health monitors, L7"),
    STATUS("Status tree and counters"),
    CHANGES("Changes and when they are over"),
    HTTP("HTTP"),
    OUTAGES("500, 503 and silence");

    final String title;

    Area(String title) {
        this.title = title;
    }
}
