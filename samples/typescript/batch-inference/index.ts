export * from './job';
export * from './properties';
export * from './provider';
export * from './role';
