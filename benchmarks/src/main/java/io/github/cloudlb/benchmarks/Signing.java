package io.github.cloudlb.benchmarks;

import io.github.cloudlb.core.Parameter;
import io.github.cloudlb.core.signing.AccessKey;
import io.github.cloudlb.core.signing.Acs3Signer;
import io.github.cloudlb.core.signing.RequestSigner;
import io.github.cloudlb.core.signing.SdkSigner;
import io.github.cloudlb.core.signing.SigningRequest;
import io.github.cloudlb.core.signing.SigningTrace;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A signature beside the digest and the MAC it cannot do without, over the same bytes. */
@State(Scope.Benchmark)
public class Signing {
    private static final Instant NOW = Instant.parse("2026-05-11T17:21:34Z");
    private static final String NONCE = "3156853299f313e23d1673dc12e1703d";
    private static final AccessKey KEY = AccessKey.of("LTAI5tExampleExampleExam", "ExampleSecretExampleSecretExam");

    private final RequestSigner acs3 = new Acs3Signer();
    private final RequestSigner sdk = new SdkSigner();
    private final SigningRequest removesServers = new SigningRequest(
            "POST",
            "alb.cn-hangzhou.aliyuncs.com",
            "/",
            List.of(
                    new Parameter("ClientToken", "123e4567-e89b-12d3-a456-426655440000"),
                    new Parameter("DryRun", "false"),
                    new Parameter("ServerGroupId", Texts.GROUP),
                    new Parameter("Servers.1.Port", "80"),
                    new Parameter("Servers.1.ServerId", "i-bp67acfmxazb4p1000"),
                    new Parameter("Servers.1.ServerType", "Ecs")),
            List.of(
                    new Parameter("Accept", "application/json"),
                    new Parameter("x-acs-action", "RemoveServersFromServerGroup"),
                    new Parameter("x-acs-version", "2020-06-16")),
            null);
    private final SigningRequest removesMember = new SigningRequest(
            "DELETE",
            "elb.eu-de.otc.t-systems.com",
            "/v2.0/lbaas/pools/" + Texts.POOL + "/members/" + Texts.MEMBER,
            List.of(),
            List.of(
                    new Parameter("Accept", "application/json"),
                    new Parameter("X-Project-Id", "e3cd678b11784734bc366148aa37580e")),
            null);
    private final Floor acs3Floor = new Floor(acs3.trace(removesServers, KEY, NOW, NONCE));
    private final Floor sdkFloor = new Floor(sdk.trace(removesMember, KEY, NOW, NONCE));

    @Benchmark
    public List<Parameter> acs3() {
        return acs3.sign(removesServers, KEY, NOW, NONCE);
    }

    @Benchmark
    public byte[] acs3Floor() {
        return acs3Floor.sign();
    }

    @Benchmark
    public List<Parameter> sdkHmac() {
        return sdk.sign(removesMember, KEY, NOW, NONCE);
    }

    @Benchmark
    public byte[] sdkHmacFloor() {
        return sdkFloor.sign();
    }

    private static final class Floor {
        private final MessageDigest sha256;
        private final Mac mac;
        private final byte[] canonicalRequest;
        private final byte[] stringToSign;

        Floor(SigningTrace trace) {
            try {
                sha256 = MessageDigest.getInstance("SHA-256");
                mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(NONCE.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
            canonicalRequest = trace.canonicalRequest().getBytes(StandardCharsets.UTF_8);
            stringToSign = trace.stringToSign().getBytes(StandardCharsets.UTF_8);
        }

        byte[] sign() {
            byte[] hash = sha256.digest(canonicalRequest);
            byte[] signature = mac.doFinal(stringToSign);
            signature[0] ^= hash[0];
            return signature;
        }
    }
}
