package qiyue.page;

/** Where something leads, and what is shown of it. */
record Link(String href, String text) {}
