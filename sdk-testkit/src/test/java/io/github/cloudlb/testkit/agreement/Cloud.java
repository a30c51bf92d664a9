package io.github.cloudlb.testkit.agreement;

/** One of the two that are compared: where it is, who may log in, and what happens in it besides calls. */
interface Cloud {
    /** Whether this is the real one. */
    boolean isOriginal();

    /** Keystone's, with {@code /v3}. */
    String authUri();

    /** The user of nearly all behaviours, in the project of the same cloud. */
    User user();

    /** Who may set quotas. */
    User administrator();

    /** Id, name and secret of the user's application credential. */
    ApplicationCredential applicationCredential();

    /** A token of the user that was cut to the end of its application credential, so many seconds from now. */
    String tokenThatEndsIn(int seconds);

    /** Lets so much time pass. */
    void pause(double seconds);

    /** Does something while nothing that is pending is carried out, and lets it be carried out afterwards. */
    void whileNothingIsCarriedOut(Runnable action);

    /** Sets the provisioning status of a {@code load_balancer}, {@code pool}, {@code member} and so on. */
    void setStatus(String kind, String id, String status);

    /** By password, in the domain {@code Default}. */
    record User(String name, String id, String password, String project, String projectId) {}

    record ApplicationCredential(String id, String name, String secret) {}
}
