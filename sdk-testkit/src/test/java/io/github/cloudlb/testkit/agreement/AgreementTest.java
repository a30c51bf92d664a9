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
    class KeystoneVersion extends KeystoneVersionBehaviours {
        KeystoneVersion() {
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
    class Version extends VersionBehaviours {
        Version() {
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

    @Nested
    class Listener extends ListenerBehaviours {
        Listener() {
            super(CLOUD);
        }
    }

    @Nested
    class Pool extends PoolBehaviours {
        Pool() {
            super(CLOUD);
        }
    }

    @Nested
    class Persistence extends PersistenceBehaviours {
        Persistence() {
            super(CLOUD);
        }
    }

    @Nested
    class Member extends MemberBehaviours {
        Member() {
            super(CLOUD);
        }
    }

    @Nested
    class MemberIdentity extends MemberIdentityBehaviours {
        MemberIdentity() {
            super(CLOUD);
        }
    }

    @Nested
    class MemberRefusal extends MemberRefusalBehaviours {
        MemberRefusal() {
            super(CLOUD);
        }
    }

    @Nested
    class MemberNull extends MemberNullBehaviours {
        MemberNull() {
            super(CLOUD);
        }
    }

    @Nested
    class Batch extends BatchBehaviours {
        Batch() {
            super(CLOUD);
        }
    }

    @Nested
    class BatchRefusal extends BatchRefusalBehaviours {
        BatchRefusal() {
            super(CLOUD);
        }
    }

    @Nested
    class Lock extends LockBehaviours {
        Lock() {
            super(CLOUD);
        }
    }

    @Nested
    class LockReach extends LockReachBehaviours {
        LockReach() {
            super(CLOUD);
        }
    }

    @Nested
    class ErrorState extends ErrorStateBehaviours {
        ErrorState() {
            super(CLOUD);
        }
    }

    @Nested
    class Page extends PageBehaviours {
        Page() {
            super(CLOUD);
        }
    }

    @Nested
    class Sort extends SortBehaviours {
        Sort() {
            super(CLOUD);
        }
    }

    @Nested
    class Filter extends FilterBehaviours {
        Filter() {
            super(CLOUD);
        }
    }

    @Nested
    class HealthMonitor extends HealthMonitorBehaviours {
        HealthMonitor() {
            super(CLOUD);
        }
    }

    @Nested
    class HealthMonitorRefusal extends HealthMonitorRefusalBehaviours {
        HealthMonitorRefusal() {
            super(CLOUD);
        }
    }

    @Nested
    class L7Policy extends L7PolicyBehaviours {
        L7Policy() {
            super(CLOUD);
        }
    }

    @Nested
    class L7Rule extends L7RuleBehaviours {
        L7Rule() {
            super(CLOUD);
        }
    }

    @Nested
    class Quota extends QuotaBehaviours {
        Quota() {
            super(CLOUD);
        }
    }

    @Nested
    class StatusTree extends StatusTreeBehaviours {
        StatusTree() {
            super(CLOUD);
        }
    }

    @Nested
    class Flavor extends FlavorBehaviours {
        Flavor() {
            super(CLOUD);
        }
    }

    @Nested
    class Zone extends ZoneBehaviours {
        Zone() {
            super(CLOUD);
        }
    }

    @Nested
    class Rights extends RightsBehaviours {
        Rights() {
            super(CLOUD);
        }
    }

    @Nested
    class Amphora extends AmphoraBehaviours {
        Amphora() {
            super(CLOUD);
        }
    }

    @Nested
    class WholeTree extends WholeTreeBehaviours {
        WholeTree() {
            super(CLOUD);
        }
    }
}
