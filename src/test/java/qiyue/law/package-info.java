/** What holds of every document: laws of the decision, tried on made-up inspections. */
package qiyue.law;
