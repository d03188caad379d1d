// What the panels work on: one post, term or user, wherever it is being edited.
import { createContext, useContext } from '@wordpress/element';

/**
 * Given by BlockHost in the block editor and by FormHost in classic forms, so that a panel is written once.
 *
 * @typedef {Object} Subject
 * @property {string}   kind      `post`, `term` or `user`.
 * @property {string}   subtype   Post type or taxonomy.
 * @property {number}   id        0 while it is not stored yet.
 * @property {Object}   fields    As REST `igny8_seo` has them; {} until they are loaded.
 * @property {Function} change    Takes the fields that change; they are stored when the post or form is saved.
 * @property {string}   title     As it is typed now.
 * @property {string}   excerpt   Of a post; the description of a term or user.
 * @property {string}   slug      Last part of the address.
 * @property {string}   link      Address it has or will have; '' when nobody knows yet.
 * @property {Object}   terms     Taxonomy → ids of the terms that a post is filed under.
 * @property {number}   image     Attachment id of the featured image, or 0.
 * @property {Function} content   Gives the HTML as it is typed now. Costs time: not to be called while rendering.
 * @property {Function} onContent Takes a callback for every change of the content, gives one that ends it.
 */
export const Host = createContext( null );

/**
 * @return {Subject} What is being edited.
 */
export const useHost = () => useContext( Host );

/**
 * @return {[Object, Function]} The fields, and a function that takes those that change: `change( { title: '…' } )`.
 */
export function useFields() {
	const { fields, change } = useHost();
	return [ fields, change ];
}
