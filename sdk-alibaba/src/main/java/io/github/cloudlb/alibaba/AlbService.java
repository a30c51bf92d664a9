package io.github.cloudlb.alibaba;

import io.github.cloudlb.alibaba.wire.AlbErrors;
import io.github.cloudlb.core.Answer;
import io.github.cloudlb.core.Dialect;
import io.github.cloudlb.core.Parameter;
import io.github.cloudlb.core.ServiceError;
import io.github.cloudlb.core.Time;
import io.github.cloudlb.core.http.CallState;
import io.github.cloudlb.core.http.Endpoint;
import io.github.cloudlb.core.http.Outgoing;
import io.github.cloudlb.core.http.RetryAfter;
import io.github.cloudlb.core.http.Service;
import io.github.cloudlb.core.signing.Acs3Signer;
import io.github.cloudlb.core.signing.SigningRequest;
import io.github.cloudlb.core.wire.JsonReader;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The RPC convention of Alibaba Cloud: signed with ACS3-HMAC-SHA256, anew for each attempt. */
final class AlbService implements Service {
    private static final String VERSION = "2020-06-16";

    private final Endpoint endpoint;
    private final AlibabaCredentials credentials;
    private final Time time;
    private final Acs3Signer signer = new Acs3Signer();

    AlbService(Endpoint endpoint, AlibabaCredentials credentials, Time time) {
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.time = time;
    }

    @Override
    public Dialect dialect(CallState call) {
        return AlbDialect.ALB;
    }

    @Override
    public Endpoint endpoint(CallState call) {
        return endpoint;
    }

    @Override
    public void identify(Outgoing outgoing, CallState call) {
        outgoing.header("x-acs-version", VERSION);
        List<Parameter> signed = outgoing.headers();
        if (!outgoing.bodyType().isEmpty()) {
            // Set by the body itself when it goes out.
            signed = new ArrayList<>(signed);
            signed.add(new Parameter("content-type", outgoing.bodyType()));
        }
        SigningRequest request = new SigningRequest(
                outgoing.method(),
                outgoing.endpoint().authority(),
                outgoing.path(),
                outgoing.query(),
                signed,
                outgoing.body());
        for (Parameter header : signer.sign(
                request, credentials.key(), time.now(), UUID.randomUUID().toString())) {
            outgoing.header(header.name(), header.value());
        }
    }

    @Override
    public ServiceError explain(Answer answer) {
        String[] found = {"", "", ""};
        try {
            JsonReader.read(answer, AlbDialect.ALB, in -> read(in, found));
        } catch (RuntimeException notJson) {
            found[1] = answer.text();
        }
        String text = found[1].isEmpty() ? answer.text() : found[1];
        return AlbErrors.TABLE.judge(
                "", answer.status(), found[0], text, found[2], answer.text(), RetryAfter.of(answer, time));
    }

    /** Code, words and request id; some gateways begin the names with small letters. */
    private static String[] read(JsonReader in, String[] found) {
        for (String name = in.nextField(); name != null; name = in.nextField()) {
            switch (name) {
                case "Code", "code" -> found[0] = in.textOr("");
                case "Message", "message" -> found[1] = in.textOr("");
                case "RequestId", "requestId" -> found[2] = in.textOr("");
                default -> in.skip();
            }
        }
        return found;
    }
}
