package io.github.cloudlb.alibaba;

import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.ServiceError;
import io.github.cloudlb.core.UnauthenticatedException;
import io.github.cloudlb.core.http.CallState;
import io.github.cloudlb.core.http.Endpoint;
import io.github.cloudlb.core.http.Outgoing;
import io.github.cloudlb.core.http.Service;
import io.github.cloudlb.core.signing.AccessKey;
import io.github.cloudlb.core.signing.Acs3Signer;
import io.github.cloudlb.core.signing.RpcSigner;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The RPC convention of Alibaba Cloud, for any of its APIs: signed anew for each attempt. */
final class RpcService implements Service {
    private final RpcApi api;
    private final Endpoint endpoint;
    private final KeySource who;
    private final Origin origin;
    private final RpcErrors errors;
    private final Acs3Signer signer = new Acs3Signer();

    RpcService(RpcApi api, Endpoint endpoint, KeySource who, Origin origin) {
        this.api = api;
        this.endpoint = endpoint;
        this.who = who;
        this.origin = origin;
        this.errors = new RpcErrors(api, origin.engine().settings().time());
    }

    @Override
    public Dialect dialect(CallState call) {
        return api;
    }

    @Override
    public Endpoint endpoint(CallState call) {
        return endpoint;
    }

    @Override
    public void identify(Outgoing outgoing, CallState call) {
        AccessKey key = who.key(call, origin);
        Duration ahead = origin.clock().ahead();
        sign(outgoing, key, origin.clock().now(ahead));
        call.identifiedBy(identity(key.id(), ahead));
    }

    /** A key's id and, if it is not zero, the difference of the clocks; a text is made only then. */
    private static String identity(String keyId, Duration ahead) {
        return ahead.isZero() ? keyId : keyId + " " + ahead;
    }

    private void sign(Outgoing outgoing, AccessKey key, Instant now) {
        String nonce = UUID.randomUUID().toString();
        if (origin.signature() == AlibabaSignature.RPC_HMAC_SHA1) {
            outgoing.sign(new RpcSigner(), api.version(), key, now, nonce);
            return;
        }
        outgoing.header("x-acs-version", api.version());
        if (key.isTemporary()) {
            outgoing.header("x-acs-accesskey-id", key.id());
        }
        outgoing.sign(signer, key, now, nonce);
    }

    /** True if the next attempt goes out with another nonce, another time or another key than the one that was refused. */
    @Override
    public boolean renew(UnauthenticatedException refused, CallState call) {
        if (refused.isUntouched()) {
            return true;
        }
        String used = call.identity();
        int blank = used.indexOf(' ');
        String id = blank < 0 ? used : used.substring(0, blank);
        if (isOfTime(refused.code())) {
            return !used.equals(identity(id, origin.clock().ahead()));
        }
        boolean ended = refused.code().startsWith("InvalidSecurityToken")
                || refused.code().startsWith("InvalidAccessKeyId.");
        return ended && who.replace(id, call, origin);
    }

    @Override
    public ServiceError explain(Answer answer) {
        ServiceError error = errors.explain(answer);
        if (isOfTime(error.code())) {
            origin.clock().learn(answer);
        }
        return error;
    }

    private static boolean isOfTime(String code) {
        return code.startsWith("InvalidTimeStamp.") || code.equals("IllegalTimestamp");
    }
}
