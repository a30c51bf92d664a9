package io.github.cloudlb.core.signing;

import io.github.cloudlb.core.Parameter;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Alibaba Cloud's older RPC signature (HMAC-SHA1, version 1.0), which signs parameters and no header. The access key id
 * and a security token stand in the URL, and so in logs: prefer {@link Acs3Signer}. Do not send empty parameters, since
 * the vendor's own libraries do not agree on how they are signed.
 *
 * @see <a href="https://www.alibabacloud.com/help/en/sdk/product-overview/rpc-mechanism">Request structure and signature
 *     V2 for RPC APIs</a>
 */
public final class RpcSigner {

    /**
     * Signs one attempt and returns what to add to the query, in place of any parameter of the same name: AccessKeyId,
     * SignatureMethod, SignatureVersion, SignatureNonce, Timestamp, Format unless the query has one, SecurityToken for a
     * temporary key, and Signature.
     *
     * @param request with Action and Version in its query; its headers and body are not looked at
     * @param form the parameters that travel in the body, which are signed too
     * @param time now; the service refuses what is more than 15 minutes off
     * @param nonce never used before
     */
    public List<Parameter> sign(
            SigningRequest request, List<Parameter> form, AccessKey key, Instant time, String nonce) {
        List<Parameter> added = common(request, key, key.securityToken(), time, nonce);
        byte[] signature = key.sha1().of(stringToSign(request, canonical(request, form, added)));
        added.add(new Parameter("Signature", Base64.getEncoder().encodeToString(signature)));
        return added;
    }

    /** Says what {@link #sign} signs, with any security token redacted in both parts. */
    public SigningTrace trace(SigningRequest request, List<Parameter> form, AccessKey key, Instant time, String nonce) {
        String token = key.isTemporary() ? SigningTrace.REDACTED : null;
        String canonical = canonical(request, form, common(request, key, token, time, nonce));
        return new SigningTrace(canonical, stringToSign(request, canonical));
    }

    static List<Parameter> common(
            SigningRequest request, AccessKey key, @Nullable String token, Instant time, String nonce) {
        List<Parameter> common = new ArrayList<>(8);
        common.add(new Parameter("AccessKeyId", key.id()));
        common.add(new Parameter("SignatureMethod", "HMAC-SHA1"));
        common.add(new Parameter("SignatureVersion", "1.0"));
        common.add(new Parameter("SignatureNonce", nonce));
        common.add(new Parameter("Timestamp", Timestamps.extended(time)));
        if (!isIn(request.query(), "Format")) {
            common.add(new Parameter("Format", "JSON")); // without it the service answers in XML
        }
        if (token != null) {
            common.add(new Parameter("SecurityToken", token));
        }
        return common;
    }

    static String canonical(SigningRequest request, List<Parameter> form, List<Parameter> added) {
        List<Parameter> signed = new ArrayList<>(request.query().size() + form.size() + added.size());
        signed.addAll(added);
        for (Parameter parameter : request.query()) {
            if (!parameter.name().equals("Signature") && !isIn(added, parameter.name())) {
                signed.add(parameter);
            }
        }
        signed.addAll(form);
        StringBuilder out = new StringBuilder(1024);
        CanonicalQuery.append(out, signed, ParameterOrder.RAW, false);
        return out.toString();
    }

    static String stringToSign(SigningRequest request, String canonical) {
        return request.method() + "&%2F&" + PercentEncoding.encode(canonical);
    }

    private static boolean isIn(List<Parameter> parameters, String name) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
