package io.github.cloudlb.alibaba.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An action and a condition of each kind, with all they can have: as values, as parameters and in an answer. */
final class RuleExamples {
    static final List<RuleAction> ACTIONS = List.of(
            RuleAction.insertSystemHeader("X-Client", "ClientSrcIp"),
            RuleAction.removeHeader("X-Debug"),
            RuleAction.rewrite(RewriteConfig.builder()
                    .host("www.example.com")
                    .path("/v2${path}")
                    .query("a=1")
                    .build()),
            RuleAction.builder()
                    .type(ActionType.TRAFFIC_LIMIT)
                    .trafficLimitConfig(TrafficLimitConfig.builder()
                            .requestsPerSecond(100)
                            .requestsPerSecondPerAddress(200)
                            .build())
                    .build(),
            RuleAction.mirror("sgp-3"),
            RuleAction.cors(CorsConfig.builder()
                    .addAllowOrigins("https://a.example.com", "https://b.example.com")
                    .addAllowMethods("GET")
                    .addAllowHeaders("X-A")
                    .addExposeHeaders("X-B")
                    .credentialsAllowed(true)
                    .maxAge(Duration.ofSeconds(-1))
                    .build()),
            RuleAction.builder()
                    .type(ActionType.FORWARD_GROUP)
                    .forwardGroupConfig(ForwardGroupConfig.builder()
                            .addServerGroups(WeightedServerGroup.of("sgp-1", 60), WeightedServerGroup.of("sgp-2", 40))
                            .stickySession(GroupStickySession.builder()
                                    .enabled(true)
                                    .timeout(Duration.ofMinutes(5))
                                    .build())
                            .build())
                    .build(),
            RuleAction.redirect(RedirectConfig.builder()
                    .host("${host}")
                    .httpCode(302)
                    .path("/")
                    .port(8443)
                    .protocol(RedirectProtocol.SAME_PROTOCOL)
                    .query("${query}")
                    .build()),
            RuleAction.fixedResponse(503, ContentType.TEXT_PLAIN, "closed"));

    static final String ACTION_PARAMETERS = """
            RuleActions.1.InsertHeaderConfig.Key=X-Client
            RuleActions.1.InsertHeaderConfig.Value=ClientSrcIp
            RuleActions.1.InsertHeaderConfig.ValueType=SystemDefined
            RuleActions.1.Order=1
            RuleActions.1.Type=InsertHeader
            RuleActions.2.Order=2
            RuleActions.2.RemoveHeaderConfig.Key=X-Debug
            RuleActions.2.Type=RemoveHeader
            RuleActions.3.Order=3
            RuleActions.3.RewriteConfig.Host=www.example.com
            RuleActions.3.RewriteConfig.Path=/v2${path}
            RuleActions.3.RewriteConfig.Query=a=1
            RuleActions.3.Type=Rewrite
            RuleActions.4.Order=4
            RuleActions.4.TrafficLimitConfig.PerIpQps=200
            RuleActions.4.TrafficLimitConfig.QPS=100
            RuleActions.4.Type=TrafficLimit
            RuleActions.5.Order=5
            RuleActions.5.TrafficMirrorConfig.MirrorGroupConfig.ServerGroupTuples.1.ServerGroupId=sgp-3
            RuleActions.5.TrafficMirrorConfig.TargetType=ForwardGroupMirror
            RuleActions.5.Type=TrafficMirror
            RuleActions.6.CorsConfig.AllowCredentials=on
            RuleActions.6.CorsConfig.AllowHeaders.1=X-A
            RuleActions.6.CorsConfig.AllowMethods.1=GET
            RuleActions.6.CorsConfig.AllowOrigin.1=https://a.example.com
            RuleActions.6.CorsConfig.AllowOrigin.2=https://b.example.com
            RuleActions.6.CorsConfig.ExposeHeaders.1=X-B
            RuleActions.6.CorsConfig.MaxAge=-1
            RuleActions.6.Order=6
            RuleActions.6.Type=Cors
            RuleActions.7.ForwardGroupConfig.ServerGroupStickySession.Enabled=true
            RuleActions.7.ForwardGroupConfig.ServerGroupStickySession.Timeout=300
            RuleActions.7.ForwardGroupConfig.ServerGroupTuples.1.ServerGroupId=sgp-1
            RuleActions.7.ForwardGroupConfig.ServerGroupTuples.1.Weight=60
            RuleActions.7.ForwardGroupConfig.ServerGroupTuples.2.ServerGroupId=sgp-2
            RuleActions.7.ForwardGroupConfig.ServerGroupTuples.2.Weight=40
            RuleActions.7.Order=7
            RuleActions.7.Type=ForwardGroup
            RuleActions.8.Order=8
            RuleActions.8.RedirectConfig.Host=${host}
            RuleActions.8.RedirectConfig.HttpCode=302
            RuleActions.8.RedirectConfig.Path=/
            RuleActions.8.RedirectConfig.Port=8443
            RuleActions.8.RedirectConfig.Protocol=${protocol}
            RuleActions.8.RedirectConfig.Query=${query}
            RuleActions.8.Type=Redirect
            RuleActions.9.FixedResponseConfig.Content=closed
            RuleActions.9.FixedResponseConfig.ContentType=text/plain
            RuleActions.9.FixedResponseConfig.HttpCode=503
            RuleActions.9.Order=9
            RuleActions.9.Type=FixedResponse
            """;

    static final List<RuleCondition> CONDITIONS = List.of(
            RuleCondition.host("example.com", "*.example.com"),
            RuleCondition.path("/api/*"),
            RuleCondition.header("X-A", "1", "2"),
            RuleCondition.queryString("q", "&="),
            RuleCondition.method("GET", "HEAD"),
            RuleCondition.cookie("c", "v"),
            RuleCondition.sourceIp("10.0.0.0/8"),
            RuleCondition.responseHeader("Server", "x"),
            RuleCondition.responseStatusCode("404"));

    static final String CONDITION_PARAMETERS = """
            RuleConditions.1.HostConfig.Values.1=example.com
            RuleConditions.1.HostConfig.Values.2=*.example.com
            RuleConditions.1.Type=Host
            RuleConditions.2.PathConfig.Values.1=/api/*
            RuleConditions.2.Type=Path
            RuleConditions.3.HeaderConfig.Key=X-A
            RuleConditions.3.HeaderConfig.Values.1=1
            RuleConditions.3.HeaderConfig.Values.2=2
            RuleConditions.3.Type=Header
            RuleConditions.4.QueryStringConfig.Values.1.Key=q
            RuleConditions.4.QueryStringConfig.Values.1.Value=&=
            RuleConditions.4.Type=QueryString
            RuleConditions.5.MethodConfig.Values.1=GET
            RuleConditions.5.MethodConfig.Values.2=HEAD
            RuleConditions.5.Type=Method
            RuleConditions.6.CookieConfig.Values.1.Key=c
            RuleConditions.6.CookieConfig.Values.1.Value=v
            RuleConditions.6.Type=Cookie
            RuleConditions.7.SourceIpConfig.Values.1=10.0.0.0/8
            RuleConditions.7.Type=SourceIp
            RuleConditions.8.ResponseHeaderConfig.Key=Server
            RuleConditions.8.ResponseHeaderConfig.Values.1=x
            RuleConditions.8.Type=ResponseHeader
            RuleConditions.9.ResponseStatusCodeConfig.Values.1=404
            RuleConditions.9.Type=ResponseStatusCode
            """;

    private RuleExamples() {}

    /** The actions with their places, as an answer has them. */
    static List<RuleAction> numbered() {
        List<RuleAction> numbered = new ArrayList<>();
        for (RuleAction action : ACTIONS) {
            numbered.add(
                    RuleAction.builder().from(action).order(numbered.size() + 1).build());
        }
        return numbered;
    }

    /** Of all actions and conditions, below what they stand in, and some more. */
    static Map<String, String> parameters(String prefix, String... more) {
        Map<String, String> parameters = new TreeMap<>();
        (ACTION_PARAMETERS + CONDITION_PARAMETERS).lines().forEach(line -> put(parameters, prefix + line));
        List.of(more).forEach(line -> put(parameters, line));
        return parameters;
    }

    private static void put(Map<String, String> parameters, String line) {
        String[] parts = line.split("=", 2);
        parameters.put(parts[0], parts[1]);
    }
}
