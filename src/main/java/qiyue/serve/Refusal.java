package qiyue.serve;

import qiyue.problem.Text;

/** Why a request is not answered as asked; {@code docs/api.md} lists them. Codes are never used again for something else. */
public enum Refusal {
    /** No HTTP that can be trusted: no or two hosts, odd paths, two lengths. */
    BAD_REQUEST(400, "请求不合规则", "the request is not well formed"),
    /** Not the token of this start. */
    NO_TOKEN(401, "没有令牌，或令牌不对", "no token, or not the right one"),
    /** From a page of another origin, or under another name of this machine. */
    FOREIGN(403, "请求来自别处的网页或别的主机名", "the request comes from a page or host that is not this one"),
    /** Nothing there. */
    NOT_FOUND(404, "没有找到", "not found"),
    /** Something there, but not for this method. */
    METHOD_NOT_ALLOWED(405, "这个地址不用这种方法", "this address is not asked in this way"),
    /** The body did not come in time. */
    TOO_SLOW(408, "请求没有按时发完", "the request did not come in time"),
    /** The rules folder is not sound: the rules loaded before go on to answer. */
    RULES_NOT_SOUND(409, "规则有误，仍用原来的规则", "the rules are not sound; those loaded before are used still"),
    /** The body, or a line of a stream, is too long. */
    TOO_LARGE(413, "内容太长", "the content is too long"),
    /** Not the kind of content that is asked for there, or packed. */
    WRONG_TYPE(415, "内容的类型不对", "the content is not of the type asked for"),
    /** The inspection, or what is asked about it, is not sound. */
    NOT_SOUND(422, "文书有误", "the inspection is not sound"),
    /** More or longer headers than are read. */
    HEADERS_TOO_LARGE(431, "请求头太长或太多", "the headers are too long or too many"),
    /** Our fault. */
    INTERNAL(500, "程序出错", "the program failed"),
    /** As many requests under way as are taken. */
    BUSY(503, "正忙，请稍后再试", "busy; try again in a while"),
    /** About to stop. */
    STOPPING(503, "正在停止", "about to stop"),
    /** The decision was not ready in time. */
    TAKES_TOO_LONG(503, "没有按时得出结果", "the answer was not ready in time");

    private final int status;
    private final Text title;

    Refusal(int status, String zh, String en) {
        this.status = status;
        this.title = new Text(zh, en);
    }

    /** The status of HTTP. */
    public int status() {
        return status;
    }

    /** In a few words. */
    public Text title() {
        return title;
    }

    /** Kebab-case, as in answers. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
