package io.github.cloudlb.testkit.agreement;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;

class AgreementTest {
    private static final KitCloud CLOUD = new KitCloud();

    @AfterAll
    static void close() {
        CLOUD.close();
    }

    @Nested
    class Login extends LoginBehaviours {
        Login() {
            super(CLOUD);
        }
    }

    @Nested
    class RefusedLogin extends RefusedLoginBehaviours {
        RefusedLogin() {
            super(CLOUD);
        }
    }

    @Nested
    class Token extends TokenBehaviours {
        Token() {
            super(CLOUD);
        }
    }

    @Nested
    class Authentication extends AuthenticationBehaviours {
        Authentication() {
            super(CLOUD);
        }
    }

    @Nested
    class Http extends HttpBehaviours {
        Http() {
            super(CLOUD);
        }
    }

    @Nested
    class Accept extends AcceptBehaviours {
        Accept() {
            super(CLOUD);
        }
    }

    @Nested
    class LoadBalancer extends LoadBalancerBehaviours {
        LoadBalancer() {
            super(CLOUD);
        }
    }

    @Nested
    class LoadBalancerDeletion extends LoadBalancerDeletionBehaviours {
        LoadBalancerDeletion() {
            super(CLOUD);
        }
    }
}
