package qiyue.serve;

import qiyue.problem.Text;

/** Why a request is not answered as asked; {@code docs/api.md} lists them. Codes are never used again for something else. */
public enum Refusal {
    /** No HTTP that can be trusted: no or two hosts, odd paths, two lengths. */
    BAD_REQUEST(400, "请求不合规则", "the request is not well formed", "检查 Host、地址和长度", "look at Host, address and lengths"),
    /** Not the token of this start. */
    NO_TOKEN(
            401,
            "没有令牌，或令牌不对",
            "no token, or not the right one",
            "从启动时显示的地址打开，或带上令牌",
            "open the address printed at the start, or send the token"),
    /** From a page of another origin, or under another name of this machine. */
    FOREIGN(
            403,
            "请求来自别处的网页或别的主机名",
            "the request comes from a page or host that is not this one",
            "只从启动时显示的地址打开",
            "only the address printed at the start is answered"),
    /** Nothing there. */
    NOT_FOUND(404, "没有找到", "not found", "这个地址没有所问的", "what is asked for is not at this address"),
    /** Something there, but not for this method. */
    METHOD_NOT_ALLOWED(
            405,
            "这个地址不用这种方法",
            "this address is not asked in this way",
            "可用的方法见 Allow",
            "the header Allow names the ways that are taken"),
    /** The body did not come in time. */
    TOO_SLOW(408, "请求没有按时发完", "the request did not come in time", "请再发一次", "send it again"),
    /** The rules folder is not sound: the rules loaded before go on to answer. */
    RULES_NOT_SOUND(
            409,
            "规则有误，仍用原来的规则",
            "the rules are not sound; those loaded before are used still",
            "改好规则后再读",
            "mend the rules, then have them read again"),
    /** The body, or a line of a stream, is too long. */
    TOO_LARGE(413, "内容太长", "the content is too long", "分成几份", "send it in parts"),
    /** Not the kind of content that is asked for there, or packed. */
    WRONG_TYPE(
            415,
            "内容的类型不对",
            "the content is not of the type asked for",
            "可用的类型见 Accept-Post",
            "the header Accept-Post names the types that are taken"),
    /** The inspection is not sound. */
    NOT_SOUND(422, "文书有误", "the inspection is not sound", "改好后再发", "mend it, then send it again"),
    /** What is asked about a sound inspection is not there, or does not govern it. */
    NOT_ASKABLE(422, "所问的答不了", "what is asked cannot be answered", "换一个问法", "ask for something else"),
    /** More or longer headers than are read. */
    HEADERS_TOO_LARGE(
            431, "请求头太长或太多", "the headers are too long or too many", "少发一些请求头", "send fewer or shorter headers"),
    /** Our fault. */
    INTERNAL(500, "程序出错", "the program failed", "种类记在日志里", "the log has its kind"),
    /** As many requests under way as are taken. */
    BUSY(503, "正忙，请稍后再试", "busy; try again in a while", "过 Retry-After 秒再发", "send it again after Retry-After seconds"),
    /** About to stop. */
    STOPPING(503, "正在停止", "about to stop", "启动之后再发", "send it again once it is started anew"),
    /** The decision was not ready in time. */
    TAKES_TOO_LONG(
            503, "没有按时得出结果", "the answer was not ready in time", "过一会儿再发，或把文书分成几份", "send it again later, or in parts");

    private final int status;
    private final Text title;
    private final Text detail;

    Refusal(int status, String zh, String en, String detailZh, String detailEn) {
        this.status = status;
        this.title = new Text(zh, en);
        this.detail = new Text(detailZh, detailEn);
    }

    /** The status of HTTP. */
    public int status() {
        return status;
    }

    /** In a few words. */
    public Text title() {
        return title;
    }

    /** What to do, where nothing more is known of the case. */
    public Text detail() {
        return detail;
    }

    /** Kebab-case, as in answers. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
